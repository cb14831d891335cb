namespace Hebb.Networks;

/// <summary>Drives in float32 (kernels to come).</summary>
internal static class FusedDrives
{
    public static void Inputs(EnergyNetwork<float> network, NetworkState<float> state) =>
        ReferenceDrives.Inputs(network, state);
}
