namespace Hebb.Lab.Data;

/// <summary>The datasets that are known by name.</summary>
/// <remarks>
/// Checksums are of the files as they are served, compressed: what is downloaded is checked before anything interprets
/// it. A directory of the user's or of a distribution is not checked against them, since it may be compressed anew:
/// Debian's files of Fashion-MNIST differ from these in the header of gzip alone, and with the published name and time
/// of each file put back into it they have exactly these checksums, and the MD5 of Zalando's page.
/// </remarks>
public static class DatasetCatalogue
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DatasetSource> All { get; } =
    [
        // Xiao, Rasul and Vollgraf 2017, from the publishers' repository, in which the files are those of their page; that page is not
        // served over https.
        Source(
            "fashion-mnist",
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/b2617bb6d3ffa2e429640350f613e3291e10b141/data/fashion/",
            (26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            (29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            (4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            (5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5")
        ),
        // LeCun, Cortes and Burges 1998, from the copy of the Common Visual Data Foundation.
        Source(
            "mnist",
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
            (9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
            (28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
            (1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
            (4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6")
        ),
    ];

    /// <summary>The dataset of a name.</summary>
    /// <exception cref="RecordException">There is none of that name; the message lists those there are.</exception>
    public static DatasetSource Get(string name) =>
        All.FirstOrDefault(source => string.Equals(source.Name, name, StringComparison.Ordinal))
        ?? throw new RecordException(
            $"{name} is not the name of a dataset: known are {string.Join(", ", All.Select(source => source.Name))}"
        );

    // Lengths and checksums are in the order of the files.
    private static DatasetSource Source(string name, string address, params (long Length, string Sha256)[] known) =>
        new(
            name,
            new Uri(address),
            [
                .. ImageDatasetFiles.All.Zip(
                    known,
                    (file, one) => new DatasetFile(file + ImageDatasetFiles.CompressedSuffix, one.Length, one.Sha256)
                ),
            ]
        );
}
