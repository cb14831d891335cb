using System.Numerics.Tensors;
using Hebb.Lab.Data;
using Hebb.Supervised;

namespace Hebb.Lab.Tests.Data;

public sealed class ImageDatasetTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    public ImageDatasetTests() => Directory.CreateDirectory(_temporary.New());

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("-idx", "", false)]
    [InlineData("-idx", ".gz", true)]
    [InlineData(".idx", "", false)]
    [InlineData(".idx", ".gz", true)]
    public void Four_files_make_a_dataset(string joint, string suffix, bool compressed)
    {
        byte[] Content(byte[] content) => compressed ? IdxContent.Compressed(content) : content;
        Write($"train-images{joint}3-ubyte{suffix}", Content(IdxContent.Images(3, 2, 2)));
        Write($"train-labels{joint}1-ubyte{suffix}", Content(IdxContent.Labels(0, 4, 1)));
        Write($"t10k-images{joint}3-ubyte{suffix}", Content(IdxContent.Images(2, 2, 2, first: 100)));
        Write($"t10k-labels{joint}1-ubyte{suffix}", Content(IdxContent.Labels(5, 0)));

        ImageDataset dataset = ImageDataset.Load(_temporary.New());
        Assert.Equal("out", dataset.Name);
        Assert.Equal(_temporary.New(), dataset.Path);
        Assert.Equal([2, 2], dataset.ImageShape);
        Assert.Equal((3, 4, 6), Sizes(dataset.Training));
        Assert.Equal((2, 4, 6), Sizes(dataset.Test));
        Assert.Equal([4 / 255f, 5 / 255f, 6 / 255f, 7 / 255f], dataset.Training.Input(1).ToArray());
        Assert.Equal(103 / 255f, dataset.Test.Input(0)[3]);
        Assert.Equal(4, dataset.Training.Label(1));
        Assert.Equal("mine", ImageDataset.Load(_temporary.New(), "mine").Name);
    }

    [Fact]
    public void Images_may_be_rows_of_pixels_of_any_type()
    {
        WriteSound();
        Write("train-images-idx3-ubyte", IdxContent.Of(0x0D, [2, 3], new byte[24]));
        Write("t10k-images-idx3-ubyte", IdxContent.Of(0x09, [1, 3], 1, 2, 0xFF));
        ImageDataset dataset = ImageDataset.Load(_temporary.New());
        Assert.Equal([3], dataset.ImageShape);
        Assert.Equal([1, 2, -1], dataset.Test.Input(0).ToArray());
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-labels-idx1-ubyte")]
    [InlineData("t10k-images-idx3-ubyte")]
    [InlineData("t10k-labels-idx1-ubyte")]
    public void A_missing_file_is_named(string file)
    {
        WriteSound();
        File.Delete(Path.Combine(_temporary.New(), file));
        Refuses($"holds no {file}.gz");
    }

    [Fact]
    public void A_missing_directory_is_named() =>
        Assert.Contains(
            "is no directory",
            Assert.Throws<RecordException>(() => ImageDataset.Load(_temporary.New("nowhere"))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Files_that_do_not_belong_together_are_refused()
    {
        WriteSound();
        Write("train-labels-idx1-ubyte", IdxContent.Labels(0, 1, 2));
        Refuses("has 2 images and");
        WriteSound();
        Write("t10k-images-idx3-ubyte", IdxContent.Images(1, 4, 1));
        Refuses("has images of 4 x 1, those of");
        WriteSound();
        Write("t10k-images-idx3-ubyte", IdxContent.Images(1, 2, 3));
        Refuses("has images of 2 x 3, those of");
        WriteSound();
        Write("train-images-idx3-ubyte", IdxContent.Labels(0, 1));
        Refuses("has 1 dimension: images have 2");
        WriteSound();
        Write("train-images-idx3-ubyte", IdxContent.Of(0x08, [2, 1, 1, 1], 0, 0));
        Refuses("has 4 dimensions: images have 2");
        WriteSound();
        Write("t10k-labels-idx1-ubyte", IdxContent.Images(1, 1, 1));
        Refuses("has 3 dimensions: labels have 1");
        WriteSound();
        Write("train-labels-idx1-ubyte", IdxContent.Labels(0, 0));
        Write("t10k-labels-idx1-ubyte", IdxContent.Labels(0));
        Refuses("has only label 0: at least two classes are needed");
    }

    [Fact]
    public void Fashion_mnist_is_read_where_it_is_installed()
    {
        DatasetSource source = DatasetCatalogue.Get("fashion-mnist");
        var directory = DatasetFolders.OfThisMachine().Find(source);
        Assert.SkipUnless(
            directory is not null,
            "Fashion-MNIST is not on this machine: Debian's package dataset-fashion-mnist has it"
        );
        ImageDataset dataset = ImageDataset.Load(directory!, source.Name);
        Assert.Equal((60_000, 784, 10), Sizes(dataset.Training));
        Assert.Equal((10_000, 784, 10), Sizes(dataset.Test));
        Assert.Equal([28, 28], dataset.ImageShape);

        // Every class has as many examples as any other, and pixels span the whole range.
        int[] counts = new int[10];
        for (var example = 0; example < dataset.Test.Count; example++)
        {
            counts[dataset.Test.Label(example)]++;
        }

        Assert.All(counts, count => Assert.Equal(1000, count));
        Assert.Equal([9, 0, 0, 3], Enumerable.Range(0, 4).Select(dataset.Training.Label));
        Assert.Equal(
            (0f, 1f),
            (TensorPrimitives.Min(dataset.Training.Inputs), TensorPrimitives.Max(dataset.Training.Inputs))
        );
    }

    private static (int Count, int InputSize, int ClassCount) Sizes(LabelledExamples examples) =>
        (examples.Count, examples.InputSize, examples.ClassCount);

    private void WriteSound()
    {
        Write("train-images-idx3-ubyte", IdxContent.Images(2, 2, 2));
        Write("train-labels-idx1-ubyte", IdxContent.Labels(0, 1));
        Write("t10k-images-idx3-ubyte", IdxContent.Images(1, 2, 2));
        Write("t10k-labels-idx1-ubyte", IdxContent.Labels(1));
    }

    private void Write(string name, byte[] content) =>
        File.WriteAllBytes(Path.Combine(_temporary.New(), name), content);

    private void Refuses(string reason)
    {
        var message = Assert.Throws<RecordException>(() => ImageDataset.Load(_temporary.New())).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
