namespace Hebb.Fuzz.Tests;

/// <summary>What went wrong in the cases: a long run goes on after a defect, and tells of many at its end.</summary>
internal sealed class FuzzDefects
{
    private const int Most = 30;

    private readonly List<string> _found = [];

    /// <summary>Tells of one at once, where somebody waits for a long run, and keeps it.</summary>
    public void Add(string defect)
    {
        Console.WriteLine($"seed {FuzzBudget.Seed}, {defect}");
        _found.Add(defect);
        if (_found.Count >= Most)
        {
            RequireNone();
        }
    }

    /// <summary>Fails where there was one.</summary>
    public void RequireNone() =>
        Assert.True(_found.Count == 0, $"seed {FuzzBudget.Seed}: {_found.Count} defects\n{string.Join('\n', _found)}");
}
