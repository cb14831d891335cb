using System.Text;
using System.Text.Unicode;

namespace Hebb.Lab.Logs.Events;

/// <summary>Reads the records of a file of events one after the other: first the version, then events of scalars.</summary>
internal sealed class EventReader(string path)
{
    private readonly ImmutableArray<ScalarEvent>.Builder _events = ImmutableArray.CreateBuilder<ScalarEvent>();

    // A run has a few dozen tags, each in every event.
    private readonly List<(byte[] Utf8, string Text)> _tags = [];

    /// <summary>Whether the version was read.</summary>
    public bool HasVersion { get; private set; }

    /// <summary>The scalars that were read, when there is nothing more to read.</summary>
    public ImmutableArray<ScalarEvent> TakeEvents() => _events.DrainToImmutable();

    /// <summary>Reads one record.</summary>
    /// <param name="offset">Where in the file it begins.</param>
    /// <exception cref="RecordException">It is not as it should be.</exception>
    public void Read(ReadOnlySpan<byte> record, int offset)
    {
        var fields = new FieldReader(path, record, offset);
        double? wallTime = null;
        long? step = null;
        var hasContent = false;
        FieldReader summary = default;
        while (fields.TryTake(out var field))
        {
            switch (field)
            {
                case EventFields.WallTime when wallTime is null:
                    wallTime = fields.TakeDouble();
                    break;
                case EventFields.Step when step is null:
                    step = fields.TakeWhole();
                    break;
                case EventFields.FileVersion when !hasContent && !HasVersion:
                    fields.Require(
                        fields.TakeBytes().Content.SequenceEqual(EventFields.Version),
                        "version brain.Event:2"
                    );
                    hasContent = true;
                    break;
                case EventFields.Summary when !hasContent && HasVersion:
                    summary = fields.TakeBytes();
                    hasContent = true;
                    break;
                default:
                    throw fields.Unexpected(
                        field,
                        HasVersion
                            ? "a wall time, a step or a summary, once"
                            : "a wall time and the version of the file"
                    );
            }
        }

        fields.Require(
            hasContent && wallTime is not null,
            HasVersion ? "a wall time and a summary" : "a wall time and the version of the file"
        );
        fields.Require(step is null or >= 0, "a step from 0");
        ReadSummary(summary, wallTime.GetValueOrDefault(), step ?? 0);
        HasVersion = true;
    }

    private void ReadSummary(FieldReader summary, double wallTime, long step)
    {
        while (summary.TryTake(out var field))
        {
            if (field != EventFields.Value)
            {
                throw summary.Unexpected(field, "a value");
            }

            FieldReader value = summary.TakeBytes();
            string? tag = null;
            float? number = null;
            while (value.TryTake(out field))
            {
                switch (field)
                {
                    case EventFields.Tag when tag is null:
                        FieldReader text = value.TakeBytes();
                        value.Require(!text.Content.IsEmpty && Utf8.IsValid(text.Content), "a tag in UTF-8");
                        tag = Tag(text.Content);
                        break;
                    case EventFields.SimpleValue when number is null:
                        number = value.TakeSingle();
                        break;
                    default:
                        throw value.Unexpected(field, "a tag and a simple value, once");
                }
            }

            value.Require(tag is not null && number is not null, "a tag and a simple value");
            _events.Add(new ScalarEvent(wallTime, step, tag!, number.GetValueOrDefault()));
        }
    }

    private string Tag(ReadOnlySpan<byte> utf8)
    {
        foreach ((var known, var text) in _tags)
        {
            if (utf8.SequenceEqual(known))
            {
                return text;
            }
        }

        var tag = Encoding.UTF8.GetString(utf8);
        _tags.Add((utf8.ToArray(), tag));
        return tag;
    }
}

/// <summary>A scalar of a file of events.</summary>
/// <param name="WallTime">When it was, in seconds since 1970.</param>
/// <param name="Step">The environment steps that were taken.</param>
/// <param name="Tag">What it is, such as <c>charts/episodic_return</c>.</param>
public readonly record struct ScalarEvent(double WallTime, long Step, string Tag, float Value);
