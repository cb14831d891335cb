// Trains agents and prints a hash of everything that they have become: every weight, to the last bit. Then one is saved, loaded and acts.
using System.Security.Cryptography;
using Hebb.Agents;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Policies;
using Hebb.Snapshots;

const int Steps = 3000;
const ulong Seed = 7;
const string Environment = "CartPole-v0";

CatalogueSet catalogues = CatalogueSet.Standard;
foreach (var name in (string[])["ppo-ep", "ppo", "dqn-ep", "reward-ep"])
{
    AgentEntry entry = catalogues.Agents.Find(name);
    var specification = catalogues.CreateEnvironment(entry, Environment).Specification;
    var agent = entry.Create(new AgentTask(specification, Steps, Seed));
    var training = new TrainingLoop(agent, () => catalogues.CreateEnvironment(entry, Environment), Seed);
    training.Run(Steps);

    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    foreach (StateEntry numbers in StateSnapshot.Of(training).Entries)
    {
        hash.AppendData(numbers.Bytes.AsSpan());
    }

    Console.WriteLine($"{name} {Convert.ToHexString(hash.GetHashAndReset())}");
}

// What a program of its own does with an agent: it learns, is saved, is loaded, and acts.
IEnvironment environment = catalogues.CreateEnvironment(Environment);
var definition = new AgentDefinition("ppo-ep", environment.Specification, Steps, Seed).WithSettings(
    """{ "environments": 1, "minibatch": 32 }"""
);
var learner = new Learner(definition);
Play(environment, learner.Act, (observation, result) => learner.Observe(observation, result), Steps);
var path = Path.Combine(AppContext.BaseDirectory, "agent.safetensors");
learner.Save(path);
var policy = Policy.Load(path);
Console.WriteLine($"return of the saved policy {Play(environment, policy.Act, (_, _) => { }, steps: 200)}");

static double Play(IEnvironment environment, Choose act, Tell tell, int steps)
{
    var observation = new float[environment.Specification.Observations.Size];
    environment.Reset(Seed, observation);
    double sum = 0;
    for (var step = 0; step < steps; step++)
    {
        StepResult result = environment.Step(act(observation), observation);
        sum += result.Reward;
        tell(observation, result);
        if (result.EpisodeEnded)
        {
            environment.Reset(observation);
        }
    }

    return sum;
}

internal delegate int Choose(ReadOnlySpan<float> observation);

internal delegate void Tell(ReadOnlySpan<float> observation, StepResult result);
