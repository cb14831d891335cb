using Hebb.Supervised;

namespace Hebb.Lab.Data;

/// <summary>Images with labels, some to train on and others to test on, as MNIST and its relatives come.</summary>
/// <param name="Name">Its name, such as <c>fashion-mnist</c>.</param>
/// <param name="Path">The directory it was read from.</param>
/// <param name="ImageShape">The shape of one image: rows and columns, or only their product where the files say no more.</param>
/// <param name="Training">The examples to train on.</param>
/// <param name="Test">The examples to test on; of the same input size and the same classes.</param>
public sealed record ImageDataset(
    string Name,
    string Path,
    ImmutableArray<int> ImageShape,
    LabelledExamples Training,
    LabelledExamples Test
)
{
    /// <summary>
    /// Reads the four files of a directory: <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c>,
    /// <c>t10k-images-idx3-ubyte</c> and <c>t10k-labels-idx1-ubyte</c>, each with or without <c>.gz</c>, and with
    /// <c>.idx</c> as well as <c>-idx</c>. There are as many classes as the greatest label of both parts says.
    /// </summary>
    /// <param name="name">The dataset's name; the directory's own when it is null.</param>
    /// <exception cref="RecordException">A file is missing or wrong, or two do not belong together.</exception>
    public static ImageDataset Load(string directory, string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        IdxArray trainingLabels = IdxReader.Read(
            ImageDatasetFiles.Require(directory, ImageDatasetFiles.TrainingLabels)
        );
        IdxArray testLabels = IdxReader.Read(ImageDatasetFiles.Require(directory, ImageDatasetFiles.TestLabels));
        ImmutableArray<int> trainingClasses = trainingLabels.ToLabels();
        ImmutableArray<int> testClasses = testLabels.ToLabels();
        var classes = Math.Max(trainingClasses.Max(), testClasses.Max()) + 1;
        if (classes < 2)
        {
            throw new RecordException($"{directory} has only label 0: at least two classes are needed");
        }

        IdxArray trainingImages = ReadImages(directory, ImageDatasetFiles.TrainingImages, trainingLabels);
        IdxArray testImages = ReadImages(directory, ImageDatasetFiles.TestImages, testLabels);
        ImmutableArray<int> shape = trainingImages.Sizes[1..];
        if (!shape.SequenceEqual(testImages.Sizes[1..]))
        {
            throw new RecordException(
                $"{testImages.Name} has images of {Text(testImages.Sizes[1..])}, those of {trainingImages.Name} are of {Text(shape)}: both must be alike"
            );
        }

        return new ImageDataset(
            name ?? System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(directory)),
            directory,
            shape,
            Examples(trainingImages, trainingClasses, classes),
            Examples(testImages, testClasses, classes)
        );
    }

    private static IdxArray ReadImages(string directory, string file, IdxArray labels)
    {
        IdxArray images = IdxReader.Read(ImageDatasetFiles.Require(directory, file));
        if (images.Sizes.Length is not (2 or 3))
        {
            throw new RecordException(
                $"{images.Name} has {images.Sizes.Length} {(images.Sizes.Length == 1 ? "dimension" : "dimensions")}: images have 2 (image, pixel) or 3 (image, row, column)"
            );
        }

        return images.Count == labels.Count
            ? images
            : throw new RecordException(
                $"{images.Name} has {images.Count} images and {labels.Name} has {labels.Count} labels: there must be one for each"
            );
    }

    private static LabelledExamples Examples(IdxArray images, ImmutableArray<int> labels, int classes)
    {
        ImmutableArray<float> inputs = images.ToInputs();
        return new LabelledExamples(inputs.Length / images.Count, classes, inputs, labels);
    }

    private static string Text(ImmutableArray<int> shape) => string.Join(" x ", shape);
}
