#:project ../src/Hebb/Hebb.csproj
// A network learns to classify small images by equilibrium propagation: bars among noise, in one of eight places.
//
// It prints:
//   before: fewer than a third of 400 test images are right
//   after 5 epochs: more than 9 in 10 are
using Hebb.Numerics;
using Hebb.Supervised;

const int Side = 8,
    Classes = 8;

var settings = new SupervisedSettings
{
    Network = new SupervisedNetwork { Hidden = [32] },
    BatchSize = 20,
    Epochs = 5,
};
settings = settings with { Optimizer = new Hebb.Optimizers.AdamSettings { LearningRate = 0.005 } };
LabelledExamples training = Images(2000, seed: 1),
    test = Images(400, seed: 2);
using var model = new SupervisedModel(settings, Side * Side, Classes, seed: 1);
Console.WriteLine(
    $"before: {(model.Evaluation.Run(test).Accuracy < 1 / 3.0 ? "fewer" : "more")} than a third of {test.Count} test images are right"
);
for (var epoch = 0; epoch < settings.Epochs; epoch++)
{
    model.BeginEpoch(epoch);
    model.Training.Run(training);
}

Console.WriteLine(
    $"after {settings.Epochs} epochs: {(model.Evaluation.Run(test).Accuracy > 0.9 ? "more" : "fewer")} than 9 in 10 are"
);

static LabelledExamples Images(int count, ulong seed)
{
    var random = new Pcg64(seed);
    var pixels = new float[count * Side * Side];
    var labels = new int[count];
    for (var image = 0; image < count; image++)
    {
        labels[image] = random.NextInteger(Classes);
        for (var pixel = 0; pixel < Side * Side; pixel++)
        {
            var isBar = pixel / Side == labels[image] && random.NextDouble() < 0.8;
            pixels[(image * Side * Side) + pixel] = isBar ? 1 : (float)(0.5 * random.NextDouble());
        }
    }

    return new LabelledExamples(Side * Side, Classes, [.. pixels], [.. labels]);
}
