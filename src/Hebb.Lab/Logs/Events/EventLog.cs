using System.Buffers.Binary;
using Hebb.Lab.Logs.Files;
using Hebb.Lab.Records;

namespace Hebb.Lab.Logs.Events;

/// <summary>
/// A file of TensorBoard's events with the scalars of a run, appended to while it goes; read by <see cref="EventFile"/> and by
/// everything that reads such files.
/// </summary>
public sealed class EventLog : IDisposable
{
    /// <summary>The name of the file: TensorBoard looks for <c>tfevents</c> in it.</summary>
    public const string FileName = "events.out.tfevents.0.hebb";

    private const int WallTimeBytes = 1 + sizeof(double);

    private EventLog(AppendedFile file) => File = file;

    /// <summary>The file that it is written to.</summary>
    public AppendedFile File { get; }

    /// <summary>Begins a file; what it is can be read at once.</summary>
    /// <param name="path">Where; its folder exists, and what is there is replaced.</param>
    /// <param name="begun">When the run began.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static EventLog Create(string path, DateTimeOffset begun)
    {
        var file = AppendedFile.Create(path);
        ReadOnlySpan<byte> version = EventFields.Version;
        var length = RecordFrame.HeaderBytes + WallTimeBytes + 2 + version.Length + RecordFrame.FooterBytes;
        Span<byte> frame = file.GetSpan(length)[..length];
        WriteWallTime(frame[RecordFrame.HeaderBytes..], WallTime(begun, 0));
        Span<byte> text = frame[(RecordFrame.HeaderBytes + WallTimeBytes)..];
        text[0] = EventFields.FileVersion;
        text[1] = (byte)version.Length;
        version.CopyTo(text[2..]);
        RecordFrame.Close(frame);
        file.Advance(length);
        file.Flush(toDisk: false);
        return new EventLog(file);
    }

    /// <summary>Goes on with a file from a mark: what was appended after it is cut off.</summary>
    /// <param name="mark">What <see cref="AppendedFile.Mark"/> gave.</param>
    /// <exception cref="RecordException">The file does not hold what it held at the mark; it is left as it is.</exception>
    public static EventLog Continue(string path, RunFile mark) => new(AppendedFile.Continue(path, mark));

    /// <summary>A wall time as events have it: seconds since 1970.</summary>
    /// <param name="begun">When a run began.</param>
    /// <param name="seconds">The seconds since.</param>
    public static double WallTime(DateTimeOffset begun, double seconds) =>
        (begun.ToUnixTimeMilliseconds() / 1000.0) + seconds;

    /// <summary>Appends one event; nothing where none of the scalars is a number.</summary>
    /// <param name="wallTime">When it was, in seconds since 1970.</param>
    /// <param name="step">The environment steps that were taken; at least 0.</param>
    /// <param name="tags">The tags of the scalars.</param>
    /// <param name="values">The scalars, one for each tag; those that are not a number are left out. They become float32.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(double wallTime, long step, ScalarTags tags, ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        if (values.Length != tags.Tags.Length)
        {
            throw new ArgumentException(
                $"values: {values.Length} numbers; one for each of {tags.Tags.Length} tags is needed",
                nameof(values)
            );
        }

        var summary = tags.SummaryBytes(values);
        if (summary == 0)
        {
            return;
        }

        // Step 0 is left out, as it is what a step that is left out stands for.
        var stepBytes = step == 0 ? 0 : 1 + EventFields.VarintBytes((ulong)step);
        var summaryHead = 1 + EventFields.VarintBytes((ulong)summary);
        var length =
            RecordFrame.HeaderBytes + WallTimeBytes + stepBytes + summaryHead + summary + RecordFrame.FooterBytes;
        Span<byte> frame = File.GetSpan(length)[..length];
        WriteWallTime(frame[RecordFrame.HeaderBytes..], wallTime);
        Span<byte> rest = frame[(RecordFrame.HeaderBytes + WallTimeBytes)..];
        if (step != 0)
        {
            rest[0] = EventFields.Step;
            EventFields.WriteVarint(rest[1..], (ulong)step);
            rest = rest[stepBytes..];
        }

        rest[0] = EventFields.Summary;
        EventFields.WriteVarint(rest[1..], (ulong)summary);
        tags.WriteSummary(rest[summaryHead..], values);
        RecordFrame.Close(frame);
        File.Advance(length);
    }

    /// <summary>Writes what is in memory and closes the file.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Dispose() => File.Dispose();

    private static void WriteWallTime(Span<byte> destination, double wallTime)
    {
        destination[0] = EventFields.WallTime;
        BinaryPrimitives.WriteDoubleLittleEndian(destination[1..], wallTime);
    }
}
