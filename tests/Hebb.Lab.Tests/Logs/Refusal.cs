namespace Hebb.Lab.Tests.Logs;

/// <summary>What is asked of every refusal: one line that names the file, and a file that stays as it was.</summary>
internal static class Refusal
{
    public static string Message(string path, Action refused)
    {
        byte[]? before = File.Exists(path) ? File.ReadAllBytes(path) : null;
        string message = Assert.Throws<RecordException>(refused).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain('\r', message);
        Assert.Equal(before, File.Exists(path) ? File.ReadAllBytes(path) : null);
        return message;
    }

    public static void Expect(string path, string expected, Action refused) =>
        Assert.Contains(expected, Message(path, refused), StringComparison.Ordinal);
}
