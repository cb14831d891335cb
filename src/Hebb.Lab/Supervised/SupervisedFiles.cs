using System.Diagnostics;
using System.Security.Cryptography;
using Hebb.Lab.Logs;
using Hebb.Lab.Logs.Events;
using Hebb.Lab.Records;
using Hebb.Networks;
using Hebb.Networks.Files;

namespace Hebb.Lab.Supervised;

/// <summary>
/// What supervised training writes beside its record and its checkpoint: TensorBoard's events, to which it appends, and the rest
/// whole or not at all after every epoch.
/// </summary>
internal sealed class SupervisedFiles(SupervisedPlan plan, ulong seed, string folder) : IDisposable
{
    /// <summary>The weights after the last good epoch; see <see cref="NetworkFile"/>.</summary>
    public const string WeightsName = NetworkFile.Name;

    /// <summary>The figure, as pixels and as lines.</summary>
    public const string PngName = "learning-curve.png";

    /// <inheritdoc cref="PngName"/>
    public const string SvgName = "learning-curve.svg";

    // A figure takes longer than a short epoch.
    private static readonly TimeSpan DrawingInterval = TimeSpan.FromSeconds(2);
    private static readonly ScalarTags Tags = new([.. EpochTable.Measured.Select(TensorBoardTags.Of)]);

    private DateTimeOffset _begun;
    private EventLog? _events;
    private RunFile? _table;
    private long _drawn;

    /// <summary>Begins the files, or goes on with them.</summary>
    /// <param name="marks">The files as a checkpoint knows them; null at the start.</param>
    /// <exception cref="RecordException">The events are not what the checkpoint knows.</exception>
    public void Begin(DateTimeOffset begun, ImmutableArray<RunFile>? marks, IReadOnlyList<EpochRecord> epochs)
    {
        _begun = begun;
        var path = Path.Combine(folder, EventLog.FileName);
        _events = marks is { } known ? EventLog.Continue(path, EventsOf(known)) : EventLog.Create(path, begun);
        if (epochs.Count > 0)
        {
            WriteTable(epochs);
        }
        else
        {
            File.Delete(Path.Combine(folder, EpochTable.FileName));
        }
    }

    /// <summary>An epoch ended.</summary>
    /// <param name="epochs">All of them, that one the last.</param>
    /// <param name="network">The network after it; null where it has diverged: the weights then stay.</param>
    public void Add(IReadOnlyList<EpochRecord> epochs, long examples, double seconds, EnergyNetwork<float>? network)
    {
        if (network is not null)
        {
            NetworkFile.Write(Path.Combine(folder, WeightsName), network, Metadata(epochs[^1].Epoch));
        }

        if (_drawn == 0 || Stopwatch.GetElapsedTime(_drawn) >= DrawingInterval)
        {
            Draw(epochs);
        }

        WriteTable(epochs);
        _events!.Append(EventLog.WallTime(_begun, seconds), examples, Tags, EpochTable.MeasuredOf(epochs[^1]));
        _events.File.FlushIfDue();
    }

    /// <summary>Draws the learning curve.</summary>
    /// <param name="epochs">The epochs up to now; at least one.</param>
    public void Draw(IReadOnlyList<EpochRecord> epochs)
    {
        var figure = new SupervisedFigure(
            $"{plan.Environment}, {plan.LayerText}, {plan.Settings.Estimator.Name}",
            plan.SettingsText(seed),
            epochs
        );
        WholeFile.Write(Path.Combine(folder, PngName), figure.WritePng);
        WholeFile.Write(Path.Combine(folder, SvgName), figure.WriteSvg);
        _drawn = Stopwatch.GetTimestamp();
    }

    /// <summary>Writes the events to disk and says what the logs hold now.</summary>
    public ImmutableArray<RunFile> Mark() => _table is null ? [_events!.File.Mark()] : [_table, _events!.File.Mark()];

    /// <summary>Closes the events.</summary>
    public void Dispose() => _events?.Dispose();

    private RunFile EventsOf(ImmutableArray<RunFile> known) =>
        known.FirstOrDefault(file => string.Equals(file.Name, EventLog.FileName, StringComparison.Ordinal))
        ?? throw new RecordException(
            $"{folder}: its checkpoint knows nothing of {EventLog.FileName}; delete the folder to repeat the run"
        );

    private void WriteTable(IReadOnlyList<EpochRecord> epochs)
    {
        using var table = new MemoryStream();
        EpochTable.Write(table, epochs);
        var bytes = table.ToArray();
        WholeFile.Write(Path.Combine(folder, EpochTable.FileName), stream => stream.Write(bytes));
        _table = new RunFile(EpochTable.FileName, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private Dictionary<string, string> Metadata(int epoch) =>
        new(StringComparer.Ordinal)
        {
            ["program"] = $"hebb {ProgramDescription.Version}",
            ["epoch"] = FormattableString.Invariant($"{epoch}"),
            ["seed"] = FormattableString.Invariant($"{seed}"),
            ["settings"] = plan.Configuration!.ToJsonString(),
        };
}
