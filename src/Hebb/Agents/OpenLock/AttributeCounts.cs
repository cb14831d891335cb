using Hebb.Agents.OpenLock.Chains;
using Hebb.Numerics;
using Hebb.Numerics.Statistics;

namespace Hebb.Agents.OpenLock;

/// <summary>A number for each attribute of what is acted upon and how: for each object, each colour, and push and pull.</summary>
internal sealed class AttributeCounts(ChainSpace space)
{
    private const int Verbs = 2;

    private readonly double[] _objects = Ones(space.Objects);
    private readonly double[] _colours = Ones(space.Colours);
    private readonly double[] _verbs = Ones(Verbs);

    /// <summary>Counts a relation that was seen to hold.</summary>
    public void Add(int relation)
    {
        _objects[space.ObjectOf(relation)]++;
        _colours[space.ColourOf(relation)]++;
        _verbs[space.VerbOf(relation)]++;
    }

    /// <summary>Becomes probabilities, drawn from the Dirichlet distributions that counts are the concentrations of.</summary>
    public void Draw(Pcg64 random, AttributeCounts counts)
    {
        Dirichlet.Draw(random, counts._objects, _objects);
        Dirichlet.Draw(random, counts._colours, _colours);
        Dirichlet.Draw(random, counts._verbs, _verbs);
    }

    /// <summary>Becomes counts again: each kind of attribute is stretched so that its least has one count and its most as many as given.</summary>
    public void Stretch(double most)
    {
        Stretch(_objects, most);
        Stretch(_colours, most);
        Stretch(_verbs, most);
    }

    /// <summary>The product of the probabilities of a relation's attributes.</summary>
    /// <param name="heedsVerb">Whether push and pull are among them.</param>
    public double Score(int relation, bool heedsVerb) =>
        _objects[space.ObjectOf(relation)]
        * _colours[space.ColourOf(relation)]
        * (heedsVerb ? _verbs[space.VerbOf(relation)] : 1);

    private static void Stretch(double[] numbers, double most)
    {
        var (low, high) = (numbers.Min(), numbers.Max());
        for (var index = 0; index < numbers.Length; index++)
        {
            numbers[index] = high == low ? 1 : 1 + ((most - 1) * (numbers[index] - low) / (high - low));
        }
    }

    private static double[] Ones(int length)
    {
        var ones = new double[length];
        Array.Fill(ones, 1);
        return ones;
    }
}
