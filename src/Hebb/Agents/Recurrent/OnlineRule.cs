using Hebb.Networks.Recurrent;

namespace Hebb.Agents.Recurrent;

/// <summary>How an agent that learns at every step knows what its recurrent weights did.</summary>
public enum OnlineRule
{
    /// <summary>Exactly, by real-time recurrent learning: <see cref="RealTimeSensitivity{T}"/>.</summary>
    Rtrl,

    /// <summary>By what is known at each weight: <see cref="LocalSensitivity{T}"/>.</summary>
    Rflo,
}
