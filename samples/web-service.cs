#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Hebb/Hebb.csproj
// A web service that acts with a trained policy: it loads once, and gives each request a copy of its own from a pool.
// `dotnet run -c Release samples/web-service.cs serve` goes on serving; without it, the program asks itself and ends.
//
// It prints:
//   8 clients at once played with the service: each balanced the pole for 200 of 200 steps
//   an observation of 3 numbers is answered with 400: An observation of this policy has 4 numbers.
using System.Collections.Concurrent;
using Hebb.Catalogues;
using Hebb.Environments;
using Hebb.Policies;

var serving = args.Contains("serve");
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(serving ? LogLevel.Information : LogLevel.None);
WebApplication service = builder.Build();
service.Urls.Add(serving ? "http://127.0.0.1:5000" : "http://127.0.0.1:0");

Policy first = Train();
var pool = new ConcurrentBag<Policy>();

service.MapPost(
    "/act",
    (float[] observation) =>
    {
        if (observation.Length != first.ObservationSize)
        {
            return Results.BadRequest($"An observation of this policy has {first.ObservationSize} numbers.");
        }

        Policy policy = pool.TryTake(out Policy? free) ? free : first.Copy();
        try
        {
            return Results.Ok(policy.Act(observation));
        }
        finally
        {
            pool.Add(policy);
        }
    }
);

if (serving)
{
    service.Run();
    return;
}

await service.StartAsync();
using var client = new HttpClient { BaseAddress = new Uri(service.Urls.First()) };
var steps = await Task.WhenAll(Enumerable.Range(0, 8).Select(Play));
Console.WriteLine($"8 clients at once played with the service: each balanced the pole for {steps.Min()} of 200 steps");
HttpResponseMessage refused = await client.PostAsJsonAsync("/act", new float[3]);
Console.WriteLine(
    $"an observation of 3 numbers is answered with {(int)refused.StatusCode}: {await refused.Content.ReadFromJsonAsync<string>()}"
);
await service.StopAsync();

async Task<int> Play(int seed)
{
    IEnvironment cart = CatalogueSet.Standard.CreateEnvironment("CartPole-v0");
    var observation = new float[4];
    cart.Reset((ulong)seed, observation);
    for (var step = 1; ; step++)
    {
        HttpResponseMessage answer = await client.PostAsJsonAsync("/act", observation);
        if (cart.Step(await answer.Content.ReadFromJsonAsync<int>(), observation).EpisodeEnded)
        {
            return step;
        }
    }
}

// A program of your own has Policy.Load("policy.safetensors") here.
static Policy Train()
{
    IEnvironment cart = CatalogueSet.Standard.CreateEnvironment("CartPole-v0");
    var learner = new Learner(new AgentDefinition("reward-ep", cart.Specification, steps: 40_000, seed: 2));
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
    }

    return learner.ToPolicy();
}
