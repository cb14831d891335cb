using System.Runtime.InteropServices;
using Hebb.Lab.Catalogue;

namespace Hebb.Lab.Tests.Catalogue;

public sealed class ClosedFolderTests : IDisposable
{
    private const uint Nobody = 65534;

    private readonly TemporaryDirectory _temporary = new();
    private string? _closed;

    private string Store => _temporary.New();

    public void Dispose()
    {
        if (_closed is not null && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _temporary.Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_opened_is_named()
    {
        new SyntheticRun().Write(Store);
        Close(new SyntheticRun { Seed = 1 }.Write(Store));
        RunCatalogue catalogue = AsNobody(() => RunCatalogue.Read([Store], Store));
        Assert.Equal(0ul, Assert.Single(catalogue.Runs).Record.Seed);
        Assert.Equal(_closed, Assert.Single(catalogue.Closed).Folder, ignoreCase: false);
        Assert.StartsWith(
            $"left out: 1 folder that cannot be opened, such as {_closed}: ",
            Assert.Single(catalogue.Omissions),
            StringComparison.Ordinal
        );
        Assert.Single(catalogue.Where([RunFilter.Parse("seed=0")]).Omissions);
        Assert.StartsWith(
            $"{_closed} cannot be opened: ",
            Assert.Throws<RecordException>(() => AsNobody(() => RunCatalogue.Read([_closed!], Store))).Message,
            StringComparison.Ordinal
        );
    }

    private void Close(string folder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It is Linux alone where a thread can be somebody else.");
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(folder, UnixFileMode.None);
            File.SetUnixFileMode(
                Path.GetDirectoryName(_temporary.New())!,
                UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupRead
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherRead
                    | UnixFileMode.OtherExecute
            );
        }

        _closed = folder;
    }

    // Who may do everything opens every folder: a thread of its own is nobody as far as files are concerned.
    private static T AsNobody<T>(Func<T> work)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            if (Environment.IsPrivilegedProcess)
            {
                _ = SetFileUser(Nobody);
            }

            try
            {
                result = work();
            }
            catch (RecordException exception)
            {
                failure = exception;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw failure;
    }

#pragma warning disable SYSLIB1054 // Generated code would have to be unsafe.
    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileUser(uint user);
#pragma warning restore SYSLIB1054
}
