using Hebb.Networks;
using Hebb.Numerics;
using Hebb.Relaxation;

namespace Hebb.Learning.FreeEnergies;

/// <summary>
/// The free energies of actions: F_a = min E over the hidden units, with the inputs clamped to an observation and the output
/// units to action a, one-hot. By the envelope theorem dF_a/dtheta is the energy's own derivative where it settled, so
/// the gradient of any function of the energies is a sum of Hebbian correlations, exactly, with no second phase.
/// </summary>
/// <remarks>Free energies as values of actions are those of Sallans and Hinton (2004), whose hidden units are stochastic.</remarks>
public interface IFreeEnergies<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The network whose energies they are.</summary>
    EnergyNetwork<T> Network { get; }

    /// <summary>The observations of a call at most.</summary>
    int Capacity { get; }

    /// <summary>How the phases of the last evaluation went, one for each observation and action.</summary>
    Settling Settling { get; }

    /// <summary>Settles every action for every observation and keeps the states until the next call.</summary>
    /// <param name="inputs">A row an observation, up to <see cref="Capacity"/>.</param>
    /// <returns>-F_a: a row an observation, a column an action; to be read before the next call.</returns>
    ReadOnlyMatrixSpan<T> Negated(ReadOnlyMatrixSpan<T> inputs);

    /// <summary>
    /// Adds the sum over observations and actions of a factor times the correlations of the state that settled there:
    /// with the factors dC/d(-F_a) the gradient of C.
    /// </summary>
    /// <param name="factors">A row for each observation evaluated last, a column an action.</param>
    /// <param name="target">What is added to.</param>
    /// <exception cref="ArgumentException">There are more or fewer factors, or the target is of another network.</exception>
    void AddCorrelations(ReadOnlyMatrixSpan<T> factors, NetworkParameters<T> target);
}
