namespace Hebb.Naming;

/// <summary>What is known by a name.</summary>
public interface INamed
{
    /// <summary>The name in files, in tables and on the command line.</summary>
    string Name { get; }

    /// <summary>One line on what it is.</summary>
    string Description { get; }
}
