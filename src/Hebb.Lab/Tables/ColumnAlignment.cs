namespace Hebb.Lab.Tables;

/// <summary>Where the cells of a column stand, in tables for people.</summary>
public enum ColumnAlignment
{
    /// <summary>At the left, as words do.</summary>
    Left,

    /// <summary>At the right, as numbers do.</summary>
    Right,
}
