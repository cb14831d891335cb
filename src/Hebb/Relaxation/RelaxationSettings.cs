using Hebb.Naming;
using Hebb.Networks.Topology;
using Hebb.Settings;

namespace Hebb.Relaxation;

/// <summary>A relaxation that is known by name, with what can be set in it: how a network settles.</summary>
public abstract record RelaxationSettings : INamed, ISettings
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <summary>Whether it makes plain sweeps, which can be differentiated through.</summary>
    public virtual bool IsPlain => false;

    /// <summary>How far a unit of a settled example may move in a sweep; 0 takes all sweeps.</summary>
    [Range(0, double.MaxValue)]
    public double Tolerance { get; init; }

    /// <summary>Makes the relaxation of a phase.</summary>
    /// <param name="sweeps">The sweeps or steps of an example at most, or exactly where the tolerance is 0; at least 1.</param>
    /// <param name="order">In which order layers are updated; gradient flow moves all at once.</param>
    /// <exception cref="ArgumentException">A setting is not possible.</exception>
    public abstract IRelaxation Create(int sweeps, SweepOrder order = SweepOrder.Alternating);

    /// <summary>The same without measuring how far the last sweep moved, where it can do without.</summary>
    /// <inheritdoc cref="Create"/>
    public virtual IRelaxation CreateUnmeasured(int sweeps, SweepOrder order) => Create(sweeps, order);
}
