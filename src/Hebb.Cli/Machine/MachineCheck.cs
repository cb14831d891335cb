namespace Hebb.Cli.Machine;

/// <summary>What was found of one thing that the program needs or can use.</summary>
/// <param name="Subject">The thing.</param>
/// <param name="State">Whether it is as it should be.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">What helps; empty where nothing has to be done.</param>
internal sealed record MachineCheck(string Subject, CheckState State, string Found, string Remedy = "");

/// <summary>Whether something is as it should be.</summary>
internal enum CheckState
{
    /// <summary>It is.</summary>
    Good,

    /// <summary>All works without it, or slower.</summary>
    Note,

    /// <summary>The program needs it.</summary>
    Missing,
}
