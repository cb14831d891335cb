using System.Globalization;
using System.Security.Cryptography;
using Hebb.Lab.Training;

namespace Hebb.Lab.Records;

/// <summary>Whether a file is still what its record knows.</summary>
internal static class FileFingerprint
{
    /// <summary>What is different; null where nothing is.</summary>
    /// <param name="path">The file; it need not exist.</param>
    /// <param name="known">What it was.</param>
    /// <exception cref="RecordException">It cannot be read.</exception>
    public static string? Difference(string path, RunFile known)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return stream.Length != known.Bytes
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"has {stream.Length} bytes, its record knows {known.Bytes}"
                    )
                : string.Equals(
                    Convert.ToHexStringLower(SHA256.HashData(stream)),
                    known.Sha256,
                    StringComparison.OrdinalIgnoreCase
                )
                    ? null
                : "is not what its record knows: its SHA-256 differs";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordException($"{path} cannot be read: {RecordException.OneLine(exception)}", exception);
        }
    }
}
