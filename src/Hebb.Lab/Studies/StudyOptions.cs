using Hebb.Lab.Records;

namespace Hebb.Lab.Studies;

/// <summary>
/// The options of a study: each property with a <see cref="StudyOptionAttribute"/> is one. All that a command line, a recorded
/// configuration and the results say of them follows from that.
/// </summary>
public abstract record StudyOptions : IConfiguration
{
    private const int FormatVersion = 1;

    /// <summary>The options where nothing is given.</summary>
    public virtual StudyOptions Standard => (StudyOptions)Activator.CreateInstance(GetType())!;

    /// <summary>The options as the command line takes them, each behind a space; those that can be left out are.</summary>
    public string Arguments => string.Concat(StudyOption.AllOf(Standard).Select(option => option.ArgumentOf(this)));

    /// <inheritdoc/>
    public virtual JsonObject ToJson()
    {
        var json = new JsonObject { ["formatVersion"] = FormatVersion };
        foreach (StudyOption option in StudyOption.AllOf(Standard).OrderBy(option => option.RecordOrder))
        {
            json.Add(option.Key, option.ToJson(this));
        }

        return json;
    }
}
