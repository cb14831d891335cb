namespace Hebb.Numerics.Statistics;

/// <summary>How much of the variance of values lies between the groups that they fall into.</summary>
/// <param name="Between">Eta squared: the sum of squares between groups over the whole sum of squares; from 0 to 1.</param>
/// <param name="Adjusted">
/// Epsilon squared: the same less what chance alone gives many small groups; at most 1, about 0 and sometimes below where the
/// groups do not matter.
/// </param>
/// <param name="Chance">
/// How often values dealt out to the groups at random have as great a share: the p-value of a permutation test, above 0.
/// </param>
/// <remarks>
/// Sources: eta squared, Fisher 1925; epsilon squared, Kelley 1935; the p-value (1 + as great) / (1 + permutations), Phipson
/// and Smyth 2010.
/// </remarks>
public readonly record struct VarianceShare(double Between, double Adjusted, double Chance)
{
    /// <summary>The share of values in groups; null where it has no meaning: no variance, one group, or each value its own.</summary>
    /// <param name="values">The values, none of them NaN.</param>
    /// <param name="groups">The group of each, from 0.</param>
    /// <param name="permutations">How many times the values are dealt out anew; at least 1.</param>
    /// <exception cref="ArgumentException">The values and groups are not equally many.</exception>
    public static VarianceShare? Of(ReadOnlySpan<double> values, ReadOnlySpan<int> groups, int permutations, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        if (values.Length != groups.Length)
        {
            throw new ArgumentException($"{groups.Length} groups for {values.Length} values.", nameof(groups));
        }

        var sizes = new int[values.IsEmpty ? 0 : 1 + Max(groups)];
        foreach (var group in groups)
        {
            sizes[group]++;
        }

        var used = sizes.Count(size => size > 0);
        double[] centred = Centred(values);
        var total = centred.Sum(value => value * value);
        if (used < 2 || used >= values.Length || !(total > 0))
        {
            return null;
        }

        var sums = new double[sizes.Length];
        var between = SquaresBetween(centred, groups, sizes, sums) / total;
        var random = new Pcg64(seed);
        var asGreat = 1;
        for (var permutation = 0; permutation < permutations; permutation++)
        {
            Shuffle(centred, random);

            // What differs by rounding alone counts as equal.
            asGreat += SquaresBetween(centred, groups, sizes, sums) / total >= between - 1e-12 ? 1 : 0;
        }

        var adjusted = 1 - ((1 - between) * (values.Length - 1) / (values.Length - used));
        return new VarianceShare(between, adjusted, asGreat / (permutations + 1.0));
    }

    private static double SquaresBetween(double[] centred, ReadOnlySpan<int> groups, int[] sizes, double[] sums)
    {
        Array.Clear(sums);
        for (var place = 0; place < centred.Length; place++)
        {
            sums[groups[place]] += centred[place];
        }

        double squares = 0;
        for (var group = 0; group < sums.Length; group++)
        {
            squares += sizes[group] == 0 ? 0 : sums[group] * sums[group] / sizes[group];
        }

        return squares;
    }

    private static void Shuffle(double[] values, Pcg64 random)
    {
        for (var place = values.Length - 1; place > 0; place--)
        {
            var other = random.NextInteger(place + 1);
            (values[place], values[other]) = (values[other], values[place]);
        }
    }

    private static double[] Centred(ReadOnlySpan<double> values)
    {
        double[] centred = [.. values];
        var mean = centred.Length == 0 ? 0 : centred.Average();
        return Array.ConvertAll(centred, value => value - mean);
    }

    private static int Max(ReadOnlySpan<int> groups)
    {
        var max = 0;
        foreach (var group in groups)
        {
            max = Math.Max(max, group);
        }

        return max;
    }
}
