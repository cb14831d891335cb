using Hebb.Numerics;
using Hebb.Numerics.Products;

namespace Hebb.Networks;

/// <summary>The weights of one large connection in the order in which tiles read them, in the directions that they act in.</summary>
/// <param name="rows">Units of the layer that the connection starts at.</param>
/// <param name="columns">Units of the layer that it ends at.</param>
/// <param name="actsBack">Whether it acts against its direction too.</param>
internal sealed class WeightPanels(int rows, int columns, bool actsBack)
{
    private int _version = -1;

    /// <summary>The weights along their direction.</summary>
    public Panels Forward { get; } = new(rows, columns);

    /// <summary>The weights against their direction; null where they do not act so.</summary>
    public Panels? Backward { get; } = actsBack ? new Panels(columns, rows) : null;

    /// <summary>Copies the weights where they have changed: at the first use after a change, since few rows need no copy.</summary>
    /// <param name="transposed">The same with rows and columns exchanged, where they act back.</param>
    public void Update(int version, ReadOnlyMatrixSpan<float> weights, AlignedMatrix<float>? transposed)
    {
        if (_version == version)
        {
            return;
        }

        Forward.CopyFrom(weights);
        Backward?.CopyFrom(transposed!.All);
        _version = version;
    }
}
