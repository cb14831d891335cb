namespace Hebb.Lab.Studies.Chains;

/// <summary>Whether learners did the same whichever form their chains had, as far as both went.</summary>
/// <param name="Actions">How many actions were compared.</param>
/// <param name="Same">How many of them were the same.</param>
internal sealed record ChainAgreement(int Actions, int Same)
{
    /// <summary>Whether all were the same.</summary>
    public bool IsFull => Same == Actions;

    /// <summary>Compares the actions of learners of the same rooms and seeds.</summary>
    public static ChainAgreement Of(IEnumerable<ChainFinding> findings)
    {
        var (actions, same) = (0, 0);
        foreach (var ofSubject in findings.GroupBy(finding => (finding.Subject.Name, finding.Subject.Steps)))
        {
            foreach (var ofSeed in ofSubject.SelectMany(one => one.Measurements).GroupBy(one => one.Seed))
            {
                ChainMeasurement[] forms = [.. ofSeed];
                foreach (ChainMeasurement other in forms.Skip(1))
                {
                    var pairs = forms[0].Actions.Zip(other.Actions).ToArray();
                    actions += pairs.Length;
                    same += pairs.Count(pair => pair.First == pair.Second);
                }
            }
        }

        return new(actions, same);
    }
}
