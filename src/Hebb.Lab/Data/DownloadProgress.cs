namespace Hebb.Lab.Data;

/// <summary>How far a download is.</summary>
/// <param name="File">The name of the file under way.</param>
/// <param name="Done">How many bytes have arrived, of all files that are fetched.</param>
/// <param name="Total">How many bytes all those files have.</param>
public readonly record struct DownloadProgress(string File, long Done, long Total);
