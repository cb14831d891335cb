using Hebb.Numerics;
using Hebb.Numerics.Statistics;

namespace Hebb.Agents.OpenLock.Schemas;

/// <summary>
/// What a learner of OpenLock believes top down: how rooms tend to be wired, and so what the solutions are like that are still to
/// be found in one where some were.
/// </summary>
/// <remarks>
/// Trials are counted under the atomic schema that the graph of their solutions is nearest to, from 1 each on (Dirichlet counts). The
/// probability of an atomic schema is shared out among the abstract schemas by exp(-d), d being the edit distance between
/// their graph without door and the atomic one with as many branches as solutions; that of an abstract schema is shared out
/// evenly among its instances. Solutions that were found leave those instances that have them. After Edmonds et al.,
/// "Theory-based causal transfer" (2020), section 4.3; that atomic schemas have as many branches as the room has
/// solutions, and the form of exp(-d), are decisions of ours.
/// </remarks>
internal sealed class SchemaBeliefs(int steps, Pcg64 random)
{
    private readonly double[] _counts = [1, 1];
    private readonly double[] _drawn = new double[AtomicSchema.Count];
    private ImmutableArray<AbstractSchema> _schemas = [];
    private double[][] _shares = [];
    private int _solutions;

    /// <summary>How many trials were like each atomic schema, and 1: common cause, then common effect.</summary>
    public ReadOnlySpan<double> Counts => _counts;

    /// <summary>Begins a trial.</summary>
    public void BeginTrial(int solutions)
    {
        if (solutions == _solutions)
        {
            return;
        }

        _solutions = solutions;
        _schemas = AbstractSchema.All(solutions, steps);
        _shares =
        [
            .. Enumerable
                .Range(0, AtomicSchema.Count)
                .Select(atomic => Shares(AtomicSchema.GraphOf(atomic, solutions))),
        ];
    }

    /// <summary>Draws the probabilities of the atomic schemas that an attempt goes by.</summary>
    public void BeginAttempt() => Dirichlet.Draw(random, _counts, _drawn);

    /// <summary>What may be expected of the solution that is found next.</summary>
    /// <param name="found">The fluents of each solution that was found, one at least.</param>
    /// <returns>What is possible, each only once.</returns>
    public IEnumerable<Expectation> Expect(IReadOnlyList<ImmutableArray<int>> found)
    {
        var matched = new Dictionary<string, Expectation>(StringComparer.Ordinal);
        for (var index = 0; index < _schemas.Length; index++)
        {
            var probability = (_drawn[0] * _shares[0][index]) + (_drawn[1] * _shares[1][index]);
            foreach (var pattern in _schemas[index].Patterns)
            {
                if (FluentsOfNext(pattern, found) is { } fluents)
                {
                    var key = string.Join(' ', fluents);
                    var before = matched.TryGetValue(key, out var same) ? same.Probability : 0;
                    matched[key] = new(before + (probability / _schemas[index].Patterns.Length), fluents);
                }
            }
        }

        return matched.Values;
    }

    /// <summary>Learns how a room was wired.</summary>
    public void EndTrial(IReadOnlyList<ImmutableArray<int>> found)
    {
        if (found.Count == 0 || steps < 3)
        {
            return;
        }

        var distances = Enumerable
            .Range(0, AtomicSchema.Count)
            .Select(atomic => GraphOf(found).DistanceTo(AtomicSchema.GraphOf(atomic)))
            .ToArray();
        var nearest = distances.Count(distance => distance == distances.Min());
        for (var atomic = 0; atomic < distances.Length; atomic++)
        {
            // One solution alone is as near to either: half a trial each.
            _counts[atomic] += distances[atomic] == distances.Min() ? 1.0 / nearest : 0;
        }
    }

    private double[] Shares(CausalGraph atomic)
    {
        var shares = _schemas.Select(schema => Math.Exp(-schema.WithoutDoor.DistanceTo(atomic))).ToArray();
        var sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    // Null where the pattern's first paths are not what the solutions share.
    private ImmutableArray<int>? FluentsOfNext(PathPattern pattern, IReadOnlyList<ImmutableArray<int>> found)
    {
        if (found.Count >= pattern.Paths)
        {
            return null;
        }

        var next = new int[steps];
        for (var level = 0; level < steps; level++)
        {
            var labels = pattern.Labels[level];
            for (var path = 0; path < found.Count; path++)
            {
                for (var other = 0; other < path; other++)
                {
                    if ((labels[path] == labels[other]) != (found[path][level] == found[other][level]))
                    {
                        return null;
                    }
                }
            }

            var known = labels.AsSpan()[..found.Count].IndexOf(labels[found.Count]);
            next[level] = known < 0 ? Expectation.New : found[known][level];
        }

        return [.. next];
    }

    private CausalGraph GraphOf(IReadOnlyList<ImmutableArray<int>> found)
    {
        var nodes = found.SelectMany(fluents => fluents.Take(steps - 1)).Distinct().ToList();
        var graph = new CausalGraph(nodes.Count);
        foreach (var fluents in found)
        {
            for (var step = 1; step < steps - 1; step++)
            {
                graph.Connect(nodes.IndexOf(fluents[step - 1]), nodes.IndexOf(fluents[step]));
            }
        }

        return graph;
    }
}
