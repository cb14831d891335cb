namespace Hebb.Lab.Catalogue;

/// <summary>How a run stands, seen from outside.</summary>
public enum RunState
{
    /// <summary>A process plays it now.</summary>
    Running,

    /// <summary>Whoever played it was killed: it says that it runs, and nobody holds its folder.</summary>
    Interrupted,

    /// <summary>It was played to its end.</summary>
    Finished,

    /// <summary>It was left before its end, and can go on.</summary>
    Stopped,

    /// <summary>Something went wrong.</summary>
    Failed,
}
