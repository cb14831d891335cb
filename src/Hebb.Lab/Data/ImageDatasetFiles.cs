namespace Hebb.Lab.Data;

/// <summary>The four files of a dataset of images, by the names that MNIST gave them.</summary>
internal static class ImageDatasetFiles
{
    public const string TrainingImages = "train-images-idx3-ubyte";
    public const string TrainingLabels = "train-labels-idx1-ubyte";
    public const string TestImages = "t10k-images-idx3-ubyte";
    public const string TestLabels = "t10k-labels-idx1-ubyte";

    /// <summary>What the name of a compressed file ends with.</summary>
    public const string CompressedSuffix = ".gz";

    /// <summary>All four.</summary>
    public static readonly string[] All = [TrainingImages, TrainingLabels, TestImages, TestLabels];

    /// <summary>Whether a directory holds all four, in any of their spellings.</summary>
    /// <param name="directory">The directory; it need not exist.</param>
    public static bool AreIn(string directory) => Array.TrueForAll(All, file => Find(directory, file) is not null);

    /// <summary>The path of one of them.</summary>
    /// <exception cref="RecordException">It is not there.</exception>
    public static string Require(string directory, string file)
    {
        if (!Directory.Exists(directory))
        {
            throw new RecordException($"{directory} is no directory: one with the four files of a dataset is needed");
        }

        return Find(directory, file)
            ?? throw new RecordException(
                $"{directory} holds no {file}{CompressedSuffix} (nor {file}, nor either with .idx in place of -idx): a dataset has four such files"
            );
    }

    /// <summary>The path of one of them; null where there is none.</summary>
    /// <param name="directory">The directory; it need not exist.</param>
    public static string? Find(string directory, string file)
    {
        var dotted = file.Replace("-idx", ".idx", StringComparison.Ordinal);
        string[] names = [file, file + CompressedSuffix, dotted, dotted + CompressedSuffix];
        return names.Select(name => Path.Combine(directory, name)).FirstOrDefault(File.Exists);
    }
}
