#:project ../src/Hebb/Hebb.csproj
// An agent learns to balance a pole: proximal policy optimization, whose actor and critic learn by equilibrium propagation.
//
// It prints:
//   the first 20 episodes last less than 40 steps: True
//   the last 20 episodes last 200 of 200 steps
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;

AgentEntry entry = CatalogueSet.Standard.Agents.Find("ppo-ep");
IParallelAgent agent = entry.Create(new AgentTask(Create().Specification, Steps: 50_000, Seed: 1));
List<double> returns = [];
new TrainingLoop(agent, Create, seed: 1).Run(50_000, episode => returns.Add(episode.Return));
Console.WriteLine($"the first 20 episodes last less than 40 steps: {returns.Take(20).Average() < 40}");
Console.WriteLine($"the last 20 episodes last {returns.TakeLast(20).Average():F0} of 200 steps");

// As the agent observes it: in units in which the numbers are near 1.
IEnvironment Create() => CatalogueSet.Standard.CreateEnvironment(entry, "CartPole-v0");
