namespace Hebb.Lab.Studies;

/// <summary>
/// Makes a property an option of a study: on the command line, in the recorded configuration and in the command line that its
/// results show. Its range is that of a <see cref="System.ComponentModel.DataAnnotations.RangeAttribute"/>, its default the
/// property's. A list of named things takes their names; what it holds by default is all that there is.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StudyOptionAttribute : Attribute
{
    /// <summary>The option's name with its two hyphens; by default the property's in kebab case.</summary>
    public string? Name { get; init; }

    /// <summary>What it means, for the help, without its range; of names and seeds the help says by itself what they are.</summary>
    public string Description { get; init; } = "";

    /// <summary>Of names: what they are of, in the singular, such as <c>method</c>.</summary>
    public string Noun { get; init; } = "";

    /// <summary>The plural of <see cref="Noun"/>; by default with an s.</summary>
    public string? Plural { get; init; }

    /// <summary>Of numbers: how many there are at least.</summary>
    public int Fewest { get; init; } = 1;

    /// <summary>Whether the command line in the results has it even with its default.</summary>
    public bool IsAlwaysPrinted { get; init; }

    /// <summary>Its place in the recorded configuration, where that is not the one on the command line; options of one place stay in order.</summary>
    public int RecordOrder { get; init; }
}
