using System.Globalization;
using LLama;
using LLama.Common;
using LLama.Native;
using SignBridge.Onnx;
using SignBridge.Peers;
using SignBridge.Testing;
using SignBridge.Translation;

// llama.cpp and this project's runner with the weights of gloss2text-en, see benchmarks/peers/README.md. Arguments: the GGUF file to write, rounds.
const int PromptTokens = 24, AnswerTokens = 32;
var (path, rounds) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));

NativeLogConfig.llama_log_set((level, message) =>
{
    if (level is LLamaLogLevel.Error or LLamaLogLevel.Warning)
        Console.Error.Write(message);
});
var package = ModelPackage.Open(Path.Combine(Repository.Models, "gloss2text-en"));
LlamaGguf.Write(package, path);
using var weights = LLamaWeights.LoadFromFile(new ModelParams(path) { GpuLayerCount = 0 });

var card = LanguageModelCard.Read(package);
int[] prefix = [.. TextTokenizer.Load(package.PathOf("tokenizer.json")).Encode(card.Prompt.Split(LanguageModelCard.Placeholder)[0])];
var golden = GoldenPrompt.Read();
Func<int, int[], IPeerModel>[] contenders = [(threads, kept) => new LlamaCppModel(weights, path, threads, kept), (threads, kept) => new SignBridgeModel(package, threads, kept)];

List<int[]>[] answers = [.. contenders.Select(c =>
{
    using var model = c(1, []);
    return golden.Select(g => g.Answer(model, card.EndId, card.Conventions.MaxNewTokens)).ToList();
})];
Console.WriteLine($"Of {golden.Count} golden prompts, llama.cpp answers {answers[0].Zip(answers[1]).Count(p => p.First.SequenceEqual(p.Second))} with the tokens of SignBridge"
    + $" and {answers[0].Zip(golden).Count(p => p.First.SequenceEqual(p.Second.GreedyIds))} with those of the reference; SignBridge answers {answers[1].Zip(golden).Count(p => p.First.SequenceEqual(p.Second.GreedyIds))} with those.\n");

List<int[]> prompts = [.. golden.Where(g => g.PromptIds.Length >= PromptTokens).Select(g => g.Shortened(PromptTokens))];
Console.WriteLine($"Prompts of {PromptTokens} tokens, answers of {AnswerTokens}, {prompts.Count} a round, {rounds} rounds.");
foreach (var kept in (int[][])[[], prefix])
{
    List<IPeerModel> models = [.. from contender in contenders from threads in (int[])[1, 2] select contender(threads, kept)];
    List<Reading>[] readings = [.. models.Select(_ => new List<Reading>())];
    for (var round = 0; round < rounds; round++)
    {
        for (var i = 0; i < models.Count; i++)
            readings[i].Add(Reading.Of(models[i], prompts, AnswerTokens));
    }

    var table = new RatioTable();
    for (var i = 0; i < models.Count; i++)
        table.Add(models[i], readings[i]);
    models.ForEach(m => m.Dispose());
    Console.WriteLine($"\n{(kept.Length == 0 ? "Nothing kept between prompts" : $"The first {kept.Length} tokens of the prompt kept by both")}:\n\n{table.ToMarkdown()}");
}
