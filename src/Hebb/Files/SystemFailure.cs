namespace Hebb.Files;

/// <summary>Failures of files that are no fault of their names: a full disk, too many open files, a broken device.</summary>
public static class SystemFailure
{
    // EIO, ENFILE, EMFILE, EFBIG, ENOSPC, EROFS and the two numbers of EDQUOT.
    private static readonly int[] OfUnix = [5, 23, 24, 27, 28, 30, 69, 122];

    // ERROR_TOO_MANY_OPEN_FILES, ERROR_CRC, ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL and ERROR_IO_DEVICE.
    private static readonly int[] OfWindows = [0x04, 0x17, 0x27, 0x70, 0x45D];

    /// <summary>Whether an exception is such a failure.</summary>
    public static bool Is(Exception exception) =>
        exception is IOException { HResult: var code }
        && (
            // So DiskStream says that a file would be too long.
            exception.InnerException is ArgumentOutOfRangeException
            || (
                OperatingSystem.IsWindows()
                    ? OfWindows.Contains(code & 0xFFFF) && (code & ~0xFFFF) == unchecked((int)0x80070000)
                    : OfUnix.Contains(code)
            )
        );
}
