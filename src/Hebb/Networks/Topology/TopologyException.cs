namespace Hebb.Networks.Topology;

/// <summary>
/// A graph of layers is not one that can settle and learn: the message is one line that names the layer or connection,
/// what it has and what would be right.
/// </summary>
public sealed class TopologyException : Exception
{
    /// <summary>An exception without a message.</summary>
    public TopologyException() { }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">One line.</param>
    public TopologyException(string message)
        : base(message) { }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">One line.</param>
    public TopologyException(string message, Exception innerException)
        : base(message, innerException) { }
}
