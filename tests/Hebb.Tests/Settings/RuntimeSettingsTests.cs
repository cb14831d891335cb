namespace Hebb.Tests.Settings;

/// <summary>The compiler's settings that the package brings to programs are those of the house.</summary>
public sealed class RuntimeSettingsTests
{
    [Theory]
    [InlineData("System.Runtime.TieredPGO")]
    [InlineData("System.Runtime.TieredCompilation.QuickJit")]
    public void ProgramsOfTheHouseAreOptimisedAtOnce(string setting)
    {
        Assert.True(AppContext.TryGetSwitch(setting, out var isOn), $"{setting} is left to the platform.");
        Assert.False(isOn);
    }
}
