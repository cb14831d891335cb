using Hebb.Numerics;

namespace Hebb.Memory;

/// <summary>How the weights of memories are drawn.</summary>
internal static class RandomWeights
{
    /// <summary>Normal numbers of mean 0.</summary>
    /// <param name="weights">Receives them, row by row.</param>
    /// <param name="deviation">Their standard deviation.</param>
    public static void Gaussian(AlignedMatrix<float> weights, double deviation, Pcg64 random)
    {
        for (var row = 0; row < weights.Rows; row++)
        {
            foreach (ref var weight in weights[row])
            {
                weight = (float)(deviation * random.NextGaussian());
            }
        }
    }

    /// <summary>A random rotation (or reflection) times a number: orthogonal rows of one length.</summary>
    /// <remarks>Uniform over all of them: normal numbers, made orthogonal by Gram and Schmidt's procedure, each row twice.</remarks>
    /// <param name="weights">Receives it; as many rows as columns.</param>
    /// <param name="length">The length of each row.</param>
    public static void Orthogonal(AlignedMatrix<float> weights, double length, Pcg64 random)
    {
        var size = weights.Rows;
        var rows = new double[size][];
        for (var row = 0; row < size; row++)
        {
            var own = new double[size];
            foreach (ref var number in own.AsSpan())
            {
                number = random.NextGaussian();
            }

            for (var pass = 0; pass < 2; pass++)
            {
                for (var earlier = 0; earlier < row; earlier++)
                {
                    var share = TensorPrimitives.Dot<double>(own, rows[earlier]);
                    TensorPrimitives.MultiplyAdd<double>(rows[earlier], -share, own, own);
                }
            }

            TensorPrimitives.Divide<double>(own, TensorPrimitives.Norm<double>(own), own);
            rows[row] = own;
            for (var column = 0; column < size; column++)
            {
                weights[row][column] = (float)(length * own[column]);
            }
        }
    }
}
