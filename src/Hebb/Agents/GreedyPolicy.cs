namespace Hebb.Agents;

/// <summary>The action of the greatest value.</summary>
public static class GreedyPolicy
{
    /// <summary>The first action whose value no other exceeds.</summary>
    /// <param name="values">Q, one number an action.</param>
    public static int Best<T>(ReadOnlySpan<T> values)
        where T : IComparisonOperators<T, T, bool>
    {
        var best = 0;
        for (var action = 1; action < values.Length; action++)
        {
            if (values[action] > values[best])
            {
                best = action;
            }
        }

        return best;
    }
}
