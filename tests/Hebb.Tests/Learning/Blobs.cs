using System.Collections.Immutable;
using Hebb.Numerics;
using Hebb.Supervised;

namespace Hebb.Tests.Learning;

/// <summary>A small task that is easy: points around corners that lie apart, a class each.</summary>
internal static class Blobs
{
    public const int InputSize = 4;
    public const int Classes = 3;

    public static LabelledExamples Make(int count, ulong seed = 5)
    {
        var random = new Pcg64(seed);
        var inputs = ImmutableArray.CreateBuilder<float>();
        var labels = ImmutableArray.CreateBuilder<int>();
        for (var example = 0; example < count; example++)
        {
            var label = random.NextInteger(Classes);
            labels.Add(label);
            for (var input = 0; input < InputSize; input++)
            {
                inputs.Add((float)((input == label ? 0.9 : 0.1) + random.NextUniform(-0.1, 0.1)));
            }
        }

        return new LabelledExamples(InputSize, Classes, inputs.ToImmutable(), labels.ToImmutable());
    }
}
