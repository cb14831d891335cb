namespace Hebb.Lab.Records;

/// <summary>A file of a run, as its record knows it.</summary>
/// <param name="Name">Its name in the folder of the run.</param>
/// <param name="Sha256">The SHA-256 of these bytes, in hexadecimal digits.</param>
public sealed record RunFile(string Name, long Bytes, string Sha256)
{
    /// <summary>Whether it is this SHA-256 that the record knows.</summary>
    /// <param name="sha256">The 32 bytes.</param>
    internal bool Has(ReadOnlySpan<byte> sha256) =>
        string.Equals(Convert.ToHexStringLower(sha256), Sha256, StringComparison.OrdinalIgnoreCase);
}
