#:project ../src/Hebb/Hebb.csproj
// A game loop that acts while another thread learns: the loop takes a copy of the policy now and then, which shares nothing with the learner.
//
// It prints:
//   the first policy falls: True
//   the last policy balances the pole for 200 of 200 steps
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Policies;

var learner = new Learner(new AgentDefinition("reward-ep", NewCart().Specification, steps: 40_000, seed: 2));
Policy newest = learner.ToPolicy();
var first = newest;
var learning = Task.Run(Learn);

// The game: it plays on with the newest policy there is, on a thread of its own.
while (!learning.IsCompleted)
{
    Play(Volatile.Read(ref newest).Copy());
}

await learning;
Console.WriteLine($"the first policy falls: {Play(first.Copy()) < 200}");
Console.WriteLine($"the last policy balances the pole for {Play(newest.Copy())} of 200 steps");

void Learn()
{
    IEnvironment cart = NewCart();
    var observation = new float[4];
    cart.Reset(seed: 1, observation);
    for (var step = 1; step <= 40_000; step++)
    {
        StepResult result = cart.Step(learner.Act(observation), observation);
        learner.Observe(observation, result);
        if (result.EpisodeEnded)
        {
            cart.Reset(observation);
        }

        if (step % 5000 == 0)
        {
            Volatile.Write(ref newest, learner.ToPolicy());
        }
    }
}

static int Play(Policy policy)
{
    IEnvironment cart = NewCart();
    var observation = new float[4];
    var steps = 1;
    for (cart.Reset(seed: 9, observation); !cart.Step(policy.Act(observation), observation).EpisodeEnded; steps++) { }

    return steps;
}

static IEnvironment NewCart() => CatalogueSet.Standard.CreateEnvironment("CartPole-v0");
