using Hebb.Lab.Figures;
using ScottPlot;

namespace Hebb.Lab.Studies.Figure4;

/// <summary>How the roles of methods are drawn, alike in every panel: colours of Okabe and Ito's set, told apart by every kind of sight.</summary>
internal static class RoleStyle
{
    /// <summary>The line of the reference.</summary>
    public static CurveStyle Reference { get; } = new(Color.FromHex("#8A8A8A"), 1.5f);

    /// <summary>The line from which the task is solved.</summary>
    public static CurveStyle Threshold { get; } = new(Color.FromHex("#009E73"), 2);

    /// <summary>The line of a role.</summary>
    /// <param name="variant">Which method of its role in the panel it is, from 0.</param>
    public static CurveStyle Of(MethodRole role, int variant)
    {
        CurveStyle style = role switch
        {
            MethodRole.Published => new(Color.FromHex("#D55E00"), 3.5f),
            MethodRole.Coded => new(Color.FromHex("#CC79A7"), 3.5f),
            MethodRole.Working => new(Color.FromHex("#0072B2"), 5),
            MethodRole.Twin => new(FigureColors.Text, 2.5f, [10, 6]),
            _ => new(FigureColors.Note, 2.5f, [3, 4]),
        };
        return variant == 0 ? style : style with { Dashes = [4, 4] };
    }
}
