using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies;

/// <summary>The terminal, as a study writes to it.</summary>
public interface IStudyOutput
{
    /// <summary>Writes a line, in the invariant culture.</summary>
    void Line(FormattableString text);

    /// <summary>Writes an empty line and a table.</summary>
    void Show(TextTable table);
}
