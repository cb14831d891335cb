using Hebb.Lab.Configurations;
using Hebb.Lab.Studies.Chains;

namespace Hebb.Lab.Tests.Studies.Chains;

[Collection(MeasuredAlone.Name)]
public sealed class ChainExplosionTests
{
    // What else goes on in the process now and then, between two looks at the heap.
    private const int Noise = 10_000_000;
    private const int Relations = 60;

    // The lists of four steps take seconds an attempt, so that one measurement is for all tests.
    internal static readonly ChainsOptions Options = new() { Seeds = SeedSet.Parse("3"), ListedAttempts = 1 };

    internal static readonly Lazy<IReadOnlyList<ChainFinding>> Findings = new(() => ChainExplosion.Run(Options));

    [Fact]
    public void Every_room_is_measured_in_both_forms() =>
        Assert.Equal(
            [
                .. Enumerable
                    .Range(1, 6)
                    .Select(steps => ("row", steps))
                    .Append(("CC3", 3))
                    .Append(("CE4", 3))
                    .SelectMany(room =>
                        new[] { (room.Item1, room.Item2, "listed"), (room.Item1, room.Item2, "factored") }
                    ),
            ],
            Findings.Value.Select(finding => (finding.Subject.Name, finding.Subject.Steps, finding.Form.Name))
        );

    [Fact]
    public void Both_forms_lead_to_the_same_actions_and_solve_the_rooms()
    {
        ChainAgreement agreement = ChainAgreement.Of(Findings.Value);
        Assert.True(agreement.IsFull);
        Assert.InRange(agreement.Actions, 100, 1000);
        Assert.All(Findings.Value.Where(finding => !finding.Form.IsListed), finding => Assert.True(finding.IsSolved));
        foreach (
            var ofRoom in Findings
                .Value.Where(one => one.Subject.Steps < 4)
                .GroupBy(one => (one.Subject.Name, one.Subject.Steps))
        )
        {
            Assert.Single(ofRoom.Select(finding => finding.AttemptsToSolve).Distinct());
        }
    }

    [Fact]
    public void Lists_take_a_byte_for_each_relation_and_chain_and_the_heap_says_so_too()
    {
        foreach (ChainFinding listed in Findings.Value.Where(finding => finding.Form.IsListed))
        {
            var steps = listed.Subject.Steps;
            Assert.Equal((steps + 1) * Math.Pow(Relations, steps), listed.HeldBytes);
            Assert.Equal(steps <= 4, listed.IsMeasured);
            Assert.Equal(steps <= 4, listed.SecondsPerAttempt is > 0);
            if (listed.LearnerBytes is { } bytes)
            {
                // The heap is that of the process: what tests before have left may go meanwhile.
                Assert.InRange(bytes, listed.HeldBytes - Noise, listed.HeldBytes + Noise);
                Assert.True(listed.PeakBytes > listed.HeldBytes - Noise);
            }
        }
    }

    [Fact]
    public void Factored_chains_take_little_memory_and_time_for_six_steps_too()
    {
        ChainFinding[] factored = [.. Findings.Value.Where(finding => !finding.Form.IsListed)];
        Assert.All(factored, finding => Assert.InRange(finding.HeldBytes, 1, 30_000));
        Assert.All(factored, finding => Assert.InRange(finding.LearnerBytes!.Value, -Noise, Noise));
        Assert.All(factored, finding => Assert.InRange(finding.PeakBytes!.Value, -Noise, 50_000_000));
        Assert.All(factored, finding => Assert.True(finding.SecondsPerAttempt > 0));
    }

    [Fact]
    public void Long_lists_are_played_for_as_many_attempts_as_are_asked_for()
    {
        Assert.Equal(1, Assert.Single(Of("listed", 4).Measurements).Attempts);
        Assert.Null(Of("listed", 4).AttemptsToSolve);
        Assert.NotNull(Of("factored", 4).AttemptsToSolve);
    }

    [Fact]
    public void The_same_seed_gives_the_same_actions_and_another_seed_others()
    {
        var options = new ChainsOptions { Steps = 1 };
        ChainSubject row = ChainSubject.OfRow(3);
        Assert.Equal(row.Draw(1)[0].Solutions[0].Actions, row.Draw(1)[0].Solutions[0].Actions);
        Assert.NotEqual(row.Draw(1)[0].Solutions[0].Actions, row.Draw(2)[0].Solutions[0].Actions);
        Assert.Equal("row CC3 CE4", string.Join(' ', options.Subjects.Select(subject => subject.Name)));
    }

    [Fact]
    public void Actions_that_differ_are_counted()
    {
        var row = ChainSubject.OfRow(2);
        ChainAgreement agreement = ChainAgreement.Of([
            new(row, ChainForm.Listed, [Measurement(1, [1, 2, 3, 4]), Measurement(2, [5, 5])]),
            new(row, ChainForm.Factored, [Measurement(1, [1, 0, 3, 4, 9, 9]), Measurement(2, [5, 5])]),
        ]);
        Assert.Equal((6, 5, false), (agreement.Actions, agreement.Same, agreement.IsFull));
    }

    [Fact]
    public void It_can_be_stopped() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ChainExplosion.Run(Options, cancellation: new CancellationToken(canceled: true))
        );

    private static ChainMeasurement Measurement(ulong seed, byte[] actions) =>
        new(seed, 1, 1, 1, IsSolved: true, [1], [.. actions]);

    private static ChainFinding Of(string form, int steps) =>
        Findings.Value.Single(one => one.Subject.IsRow && one.Subject.Steps == steps && one.Form.Name == form);
}
