namespace Hebb.Networks;

/// <summary>What drives a layer. Float32 runs on matrix kernels, other number types on the readable reference.</summary>
internal static class LayerKernels
{
    /// <summary>Computes, for each free layer, its biases and what the clamped inputs drive.</summary>
    /// <param name="state">A state whose input units are set.</param>
    public static void InputDrives<T>(EnergyNetwork<T> network, NetworkState<T> state)
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(float))
        {
            FusedDrives.Inputs(Unsafe.As<EnergyNetwork<float>>(network), Unsafe.As<NetworkState<float>>(state));
        }
        else
        {
            ReferenceDrives.Inputs(network, state);
        }
    }
}
