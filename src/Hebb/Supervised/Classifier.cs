using System.Text.Json;
using System.Text.Json.Nodes;
using Hebb.Catalogues;
using Hebb.Configurations;
using Hebb.Files;
using Hebb.Files.Safetensors;
using Hebb.Learning;
using Hebb.Networks;
using Hebb.Networks.Files;
using Hebb.Numerics;

namespace Hebb.Supervised;

/// <summary>A network that was trained to tell classes apart, to ask with: it learns nothing more.</summary>
/// <remarks>
/// It answers as in training: by settling from rest, or by one pass where it was trained by backprop. One thread at a time may use it; make
/// a <see cref="Copy"/> for each thread, which shares nothing that changes. Asking allocates nothing.
/// </remarks>
public sealed class Classifier
{
    // What supervised training writes, and the key of its metadata with the settings.
    private const string WeightsName = NetworkFile.Name;
    private const string SettingsKey = "settings";
    private const string SettingsPart = "supervised";

    private readonly EnergyNetwork<float> _network;
    private readonly IPrediction _prediction;
    private readonly NetworkState<float> _state;

    private Classifier(EnergyNetwork<float> network, IPrediction prediction)
    {
        _network = network;
        _prediction = prediction;
        _state = new NetworkState<float>(network.Topology, 1);
        InputSize = network.Topology.Layers[network.Topology.Inputs[0]].Size;
    }

    /// <summary>Loads a network.</summary>
    /// <param name="path">The folder of a supervised run, or its <c>weights.safetensors</c>.</param>
    /// <param name="catalogues">What the names in the file mean; null for <see cref="CatalogueSet.Standard"/>.</param>
    /// <exception cref="RecordException">It cannot be read, or is of something else; the message is one line.</exception>
    public static Classifier Load(string path, CatalogueSet? catalogues = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CatalogueSet known = catalogues ?? CatalogueSet.Standard;
        var weights = Directory.Exists(path) ? Path.Combine(path, WeightsName) : path;
        var file = SafetensorsFile.Read(weights);
        EnergyNetwork<float> network = NetworkFile.Read(file, known.Activations);
        return file.Metadata.TryGetValue(SettingsKey, out var settings)
            ? new Classifier(network, SupervisedModel.PredictionOf(Settings(weights, settings, known)))
            : throw new RecordException(
                $"{weights} does not say how its network settles: its metadata should have {SettingsKey}"
            );
    }

    /// <summary>How many numbers an example has.</summary>
    public int InputSize { get; }

    /// <summary>How many classes there are.</summary>
    public int ClassCount => _state.Outputs.Columns;

    /// <summary>The outputs of the last answer, one a class; the class with the greatest was given.</summary>
    public ReadOnlySpan<float> Outputs => _state.Outputs[0];

    /// <summary>The class of an example.</summary>
    /// <param name="inputs">The example in the units of training, such as pixels from 0 to 1; <see cref="InputSize"/> numbers.</param>
    /// <returns>A class from 0 to <see cref="ClassCount"/> - 1.</returns>
    /// <exception cref="ArgumentException">The example has more or fewer numbers.</exception>
    public int Classify(ReadOnlySpan<float> inputs)
    {
        if (inputs.Length != InputSize)
        {
            throw new ArgumentException(
                $"inputs: {inputs.Length} numbers; the network has {InputSize} inputs",
                nameof(inputs)
            );
        }

        _prediction.Predict(_network, _state, new ReadOnlyMatrixSpan<float>(inputs, InputSize));
        return TensorPrimitives.IndexOfMax(Outputs);
    }

    /// <summary>A classifier that answers alike, for another thread.</summary>
    public Classifier Copy() => new(_network, _prediction);

    private static SupervisedSettings Settings(string path, string text, CatalogueSet known)
    {
        try
        {
            JsonNode? part = (JsonNode.Parse(text) as JsonObject)?[SettingsPart];
            return new SettingsFile(known).Read(
                new SupervisedSettings(),
                part ?? throw new JsonException($"it has no {SettingsPart}"),
                SettingsPart
            );
        }
        catch (Exception exception) when (exception is JsonException or SettingException)
        {
            throw new RecordException(
                $"{path} has {SettingsKey} that are none of supervised training: {RecordFile.Reason(exception)}",
                exception
            );
        }
    }
}
