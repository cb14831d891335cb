using Hebb.Networks.Recurrent;

namespace Hebb.Agents.Recurrent;

/// <summary>Which recurrent network an agent remembers with.</summary>
public enum RecurrentCellKind
{
    /// <summary>The plain network of tanh units, <see cref="LeakyCell{T}"/> without a leak.</summary>
    Plain,

    /// <summary><see cref="GatedRecurrentUnit{T}"/>.</summary>
    Gru,

    /// <summary><see cref="LongShortTermMemory{T}"/>.</summary>
    Lstm,
}
