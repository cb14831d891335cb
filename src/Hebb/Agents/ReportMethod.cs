namespace Hebb.Agents;

/// <summary>One curve of the report's Figure 4: a method under its own name, and how to make its agent.</summary>
/// <param name="Name">The name on the command line and in files, in lower case with hyphens.</param>
/// <param name="Title">The name in tables and pictures.</param>
/// <param name="Section">Where the report describes it, such as <c>4.2</c>, or a dash.</param>
/// <param name="Rule">The learning rule in one line, with its equation.</param>
/// <param name="Claim">What the report claims of it.</param>
/// <param name="Create">Makes an agent for four observed numbers and two actions from the seed of its run.</param>
public sealed record ReportMethod(
    string Name,
    string Title,
    string Section,
    string Rule,
    string Claim,
    Func<ulong, IAgent> Create
);
