// Trains agents and prints a hash of everything that they have become: every weight, to the last bit.
using System.Security.Cryptography;
using Hebb.Agents;
using Hebb.Catalogues;
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
