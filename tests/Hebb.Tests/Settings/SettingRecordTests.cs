using System.Reflection;
using Hebb.Catalogues;
using Hebb.Settings;

namespace Hebb.Tests.Settings;

public sealed class SettingRecordTests
{
    public static TheoryData<Type> Types =>
        [
            .. CatalogueSet
                .Standard.Agents.Select(agent => agent.Settings?.Type)
                .Concat(
                    CatalogueSet.Standard.Environments.Select(environment => environment.Options?.Standard.GetType())
                )
                .Concat(CatalogueSet.Standard.Estimators.Select(entry => (Type?)entry.GetType()))
                .Concat(CatalogueSet.Standard.Relaxations.Select(entry => (Type?)entry.GetType()))
                .Concat(CatalogueSet.Standard.Optimizers.Select(entry => (Type?)entry.GetType()))
                .OfType<Type>()
                .Distinct(),
        ];

    // What does not say that it is one would be shared by a record and its copy, and neither checked nor read.
    [Theory]
    [MemberData(nameof(Types))]
    public void Every_record_within_settings_says_that_it_is_one(Type type)
    {
        Assert.True(typeof(ISettings).IsAssignableFrom(type), $"{type} is no ISettings");
        foreach (PropertyInfo property in SettingRecord.PropertiesOf(type))
        {
            Type part = property.PropertyType;
            var isRecord = part.IsClass && part.GetMethod("<Clone>$") is not null;
            var isOneOfAList = part.GetProperty("All", BindingFlags.Public | BindingFlags.Static) is not null;
            if (isRecord && !isOneOfAList)
            {
                Every_record_within_settings_says_that_it_is_one(part);
            }
        }
    }
}
