using System.Text;
using Hebb.Lab.Tables;

namespace Hebb.Lab.Studies.Chains;

/// <summary><c>chains.md</c>, for people: how many chains there are, and what holding them costs.</summary>
internal static class ChainPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="stream">Where to; stays open.</param>
    /// <param name="command">The command line that measures the same.</param>
    public static void Write(Stream stream, ChainsOptions options, IReadOnlyList<ChainFinding> findings, string command)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(findings);
        var page = new StringBuilder();
        page.Append("# Causal chains, listed and factored\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Seeds {options.Seeds}. Made by\n\n    {command}\n\n");
        page.Append("![Memory and time over the steps of a chain](chains.png)\n\n## How many there are\n\n");
        ChainColumns.OfCounts.AppendMarkdown(page, options.Subjects.Where(subject => subject.IsRow));
        page.Append("\n## Memory and time\n\n");
        ChainColumns.OfFinding.AppendMarkdown(page, findings, isSparse: true);
        ChainAgreement agreement = ChainAgreement.Of(findings);
        page.Append(
            CultureInfo.InvariantCulture,
            $"\nActions of learners with listed chains that were the same with factored ones: {agreement.Same} of {agreement.Actions}.\n"
        );
        AppendDefinitions(page, options);
        stream.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void AppendDefinitions(StringBuilder page, ChainsOptions options) =>
        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## What the columns mean

            - naive: sequences of steps, whether or not one leads to the next; chains: those where each leads to the next; colours seen:
              those that are left in a room; verbs known: those that are left where it is known what pushing and pulling do.
            - room: a row of levers, each of which unlocks the next one and the last the door; or the first {ChainSubject.RoomsOfScenario} rooms of a scenario.
            - memory: of the chains, as they report it, at the end; the maximum over seeds. "would need": more than a list can hold.
            - learner: the whole learner, as counted by the garbage collector, at the end; the median over seeds.
            - peak: the maximum on the heap after any attempt, including garbage; the maximum over seeds.
            - time an attempt: the median over the attempts of all seeds.
            - attempts: until all is solved, the mean over seeds. Lists of more than {ChainsOptions.LongList:N0} chains are played for {Counted.Text(
                options.ListedAttempts,
                "attempt"
            )} alone.

            """
        );
}
