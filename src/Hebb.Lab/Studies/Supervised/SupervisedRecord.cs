namespace Hebb.Lab.Studies.Supervised;

/// <summary>What <c>run.json</c> says: how a run was made and how far it has come.</summary>
/// <param name="FormatVersion">The version of this layout; <see cref="CurrentFormatVersion"/>.</param>
/// <param name="ProgramVersion">The version of the program that ran it.</param>
/// <param name="EpochsDone">The epochs that were finished.</param>
/// <param name="DivergedInEpoch">
/// The epoch, from 1, in which a cost, a unit or a parameter was NaN or infinite and which ended the run; null when all
/// stayed finite.
/// </param>
/// <param name="Configuration">Everything else that the result depends on.</param>
public sealed record SupervisedRecord(
    int FormatVersion,
    string ProgramVersion,
    int EpochsDone,
    int? DivergedInEpoch,
    SupervisedConfiguration Configuration
)
{
    /// <summary>The version that this program writes.</summary>
    public const int CurrentFormatVersion = 1;
}
