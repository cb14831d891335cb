using System.Security.Cryptography;

namespace Hebb.Lab.Data;

/// <summary>A dataset that is published for download.</summary>
/// <param name="Name">The name it goes by here, and that of its directories.</param>
/// <param name="Address">Where its files are, ending in a slash.</param>
public sealed record DatasetSource(string Name, Uri Address, ImmutableArray<DatasetFile> Files);

/// <summary>A file that is published for download, and how to know that it arrived as it was published.</summary>
/// <param name="Name">Its name, both at the source and on disk.</param>
/// <param name="Length">Its length in bytes, compressed as it is served.</param>
/// <param name="Sha256">The SHA-256 of those bytes, in 64 hexadecimal digits.</param>
public sealed record DatasetFile(string Name, long Length, string Sha256)
{
    /// <summary>Whether a directory holds it as it was published.</summary>
    /// <exception cref="IOException">It is there, and cannot be read.</exception>
    internal bool IsIn(string directory)
    {
        var found = new FileInfo(Path.Combine(directory, Name));
        if (!found.Exists || found.Length != Length)
        {
            return false;
        }

        using FileStream stream = found.OpenRead();
        var sum = Convert.ToHexStringLower(SHA256.HashData(stream));
        return string.Equals(sum, Sha256, StringComparison.OrdinalIgnoreCase);
    }
}
