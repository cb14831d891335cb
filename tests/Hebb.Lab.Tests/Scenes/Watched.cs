using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Environments.Scenes;
using Hebb.Lab.Scenes;

namespace Hebb.Lab.Tests.Scenes;

/// <summary>Episodes to draw.</summary>
internal static class Watched
{
    public const string Title = "random in CartPole-v1, seed 0";

    public static EnvironmentSpecification CartPole =>
        CatalogueSet.Standard.Environments.Find("CartPole-v1").Specification;

    public static IReadOnlyList<EpisodeFrame> Episode(string environment = "CartPole-v1", int most = 40)
    {
        AgentEntry entry = CatalogueSet.Standard.Agents.Find("random");
        IEnvironment played = CatalogueSet.Standard.CreateEnvironment(entry, environment);
        IParallelAgent agent = entry.Create(new AgentTask(played.Specification, 1000, Seed: 0));
        return Kept(new EpisodePlayer(agent, played).Play(seed: 0), most);
    }

    public static IReadOnlyList<EpisodeFrame> Kept(IEnumerable<EpisodeFrame> episode, int most)
    {
        var selection = new FrameSelection(most);
        foreach (EpisodeFrame frame in episode)
        {
            selection.Add(frame);
        }

        return selection.Frames;
    }

    public static EpisodeFrame Frame(int step) => new(new Scene(0, 0, 1, 1, []), step, step, Ended: false);
}
