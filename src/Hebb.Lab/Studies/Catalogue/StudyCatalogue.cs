using Hebb.Catalogues;
using Hebb.Lab.Studies.Ablations;
using Hebb.Lab.Studies.Benchmarks;
using Hebb.Lab.Studies.Chains;
using Hebb.Lab.Studies.Figure4;
using Hebb.Lab.Studies.Gradients;
using Hebb.Lab.Studies.Landscapes;
using Hebb.Lab.Studies.Memory;
using Hebb.Lab.Studies.OpenLock;
using Hebb.Lab.Studies.Rooms;

namespace Hebb.Lab.Studies.Catalogue;

/// <summary>All studies: a new one is a line here.</summary>
public static class StudyCatalogue
{
    /// <summary>Those that make published results anew, or the project's own.</summary>
    public static ImmutableArray<Study> Reproductions { get; } =
    [
        new Figure4Study(),
        new BenchmarkStudy(),
        new AblationStudy(),
        new OpenLockStudy(),
        new RoomsStudy(),
        new ChainStudy(),
        new MemoryStudy(),
    ];

    /// <summary>Those that measure what theory promises.</summary>
    /// <param name="catalogues">What can be checked.</param>
    public static ImmutableArray<Study> Checks(CatalogueSet catalogues) =>
        [new GradientStudy(catalogues), new LandscapeStudy()];
}
