"""The loop: what stays on the device, stopping rules, averaging, the user's wishes."""

import math
import subprocess
import sys
import textwrap

import pytest
import torch
from torch import nn
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from geoinpaint_engine.errors import Cancelled, ResourceError, UsageError
from geoinpaint_engine.events import Control
from geoinpaint_engine.methods.device import autocast, choose_device, half_precision_helps
from geoinpaint_engine.methods.dip.fit import StackProblem
from geoinpaint_engine.methods.dip.network import Hourglass, meshgrid
from geoinpaint_engine.methods.dip.optim.adam import Adam
from geoinpaint_engine.methods.dip.optim.graph import WARM_UP
from geoinpaint_engine.methods.dip.optim.loop import LoopOptions, Step, Stepper, optimise
from geoinpaint_engine.methods.dip.optim.stopping import Holdout, LastStable, Variance

META = torch.device("meta")


class Line:
    """Finds a vector: the smallest problem that the loop can take."""

    def __init__(self, target=(1.0, -2.0, 3.0)):
        self.target = torch.tensor(target)
        self.weight = nn.Parameter(torch.zeros(3))
        self.generator = None
        self.cleans = 0

    def parameters(self):
        return [self.weight]

    def noisy(self):
        return self.weight * 1.0

    def clean(self):
        self.cleans += 1
        return self.weight.detach().clone()

    def loss(self, output):
        return (output - self.target).square().mean()


@pytest.mark.parametrize("average", [0.0, 0.99])
def test_a_whole_step_never_waits_for_the_device(average):
    # the meta device has no values: whatever would read one fails
    generator = torch.Generator().manual_seed(0)
    target, weight = (torch.empty(8, 128, 128, device=META) for _ in range(2))
    problem = StackProblem(target, weight, residual=False, generator=generator)
    stepper = Stepper(problem, LoopOptions(average=average))
    for _ in range(2):
        loss = stepper.step()
    assert loss.device.type == "meta"
    assert stepper.result().shape == (1, 8, 128, 128)
    with pytest.raises((RuntimeError, NotImplementedError)):
        loss.item()


def test_the_forward_pass_runs_on_cuda_as_far_as_shapes_tell():
    network = Hourglass(12, device=META, generator=torch.Generator().manual_seed(0))
    with FakeTensorMode():
        cuda = torch.device("cuda")
        named = {**dict(network.named_parameters()), **dict(network.named_buffers())}
        fakes = {name: torch.empty(tensor.shape, device=cuda) for name, tensor in named.items()}
        output = torch.func.functional_call(network, fakes, (meshgrid(128, 192, device=cuda),))
        assert output.shape == (1, 12, 128, 192)
        assert output.device.type == "cuda"


class Recording(TorchDispatchMode):
    """The operations of a call, to be done again on the same memory: what a CUDA graph does, on the CPU."""

    def __init__(self):
        super().__init__()
        self.operations = []

    def __torch_dispatch__(self, function, types, arguments=(), named=None):
        made = function(*arguments, **(named or {}))
        self.operations.append((function, arguments, named or {}, made))
        return made

    @torch.no_grad()
    def replay(self):
        for function, arguments, named, made in self.operations:
            again = function(*arguments, **named)
            for old, new in zip(tree_leaves(made), tree_leaves(again), strict=True):
                if isinstance(old, torch.Tensor) and old.data_ptr() != new.data_ptr():
                    old.copy_(new)


@pytest.mark.parametrize("average", [0.0, 0.9])
def test_a_recorded_step_does_what_the_loop_does(average):
    def problem():
        generator = torch.Generator().manual_seed(0)
        target, weight = torch.rand(2, 3, 128, 128, generator=generator)
        return StackProblem(target, (weight > 0.3).float(), residual=False, generator=generator)

    options = LoopOptions(steps=6, average=average)
    told = []
    eager = optimise(problem(), options=options, progress=lambda step, steps, loss, figure: told.append(loss))
    step = Step(problem(), options)
    for _ in range(WARM_UP):
        step.advance()
    with Recording() as recording:
        step.advance()
    for _ in range(options.steps - WARM_UP - 1):
        recording.replay()
    assert float(step.loss) == told[-1]
    if average:
        assert torch.equal(step.average / (1 - average**options.steps), eager.output)
    else:
        step.show()
        assert torch.equal(step.shown, eager.output)


def test_a_recording_tells_a_step_that_depends_on_its_number():
    # the test above must be able to fail
    memory, calls = torch.zeros(()), []

    def advance():
        calls.append(None)
        memory.add_(len(calls))

    advance()
    with Recording() as recording:
        advance()
    recording.replay()
    assert float(memory) == 5
    advance()
    assert float(memory) == 8


def test_all_steps_then_the_clean_output():
    problem = Line()
    told = []
    outcome = optimise(problem, options=LoopOptions(steps=400, rate=0.1, every=100), progress=lambda *a: told.append(a))
    torch.testing.assert_close(outcome.output, problem.target, atol=1e-3, rtol=0)
    assert outcome.steps == 400
    # the noise-free pass is made once, for the result
    assert problem.cleans == 1
    assert [t[0] for t in told] == [1, 100, 200, 300, 400]
    assert all(math.isfinite(t[2]) and t[3] is None for t in told)
    assert 0 < outcome.first_step_s <= outcome.seconds


def test_average_is_that_of_the_outputs():
    problem, decay, seen = Line(), 0.5, []
    noisy = problem.noisy
    problem.noisy = lambda: (seen.append(problem.weight.detach().clone()), noisy())[1]
    outcome = optimise(problem, options=LoopOptions(steps=3, rate=0.1, average=decay))
    weights = [decay**k for k in (2, 1, 0)]
    expected = sum(w * s for w, s in zip(weights, seen, strict=True)) / sum(weights)
    torch.testing.assert_close(outcome.output, expected)
    assert problem.cleans == 0


def test_holdout_keeps_the_best_and_stops():
    # the fit moves past the value that the hidden entries have
    problem = Line((10.0, 10.0, 10.0))
    rule = Holdout(torch.full((3,), 4.0), torch.tensor([1.0, 0.0, 0.0]), every=1, patience=20)
    outcome = optimise(problem, options=LoopOptions(steps=2000, rate=0.1, every=1000), rule=rule)
    assert outcome.steps < 200
    assert float(outcome.output[0]) == pytest.approx(4.0, abs=0.1)
    assert rule.lowest < 0.1 < rule.figure


def test_a_leap_of_the_loss_at_the_end_is_left_out():
    problem, told = Line(), []
    noisy, calls = problem.noisy, []

    def leaping():
        calls.append(None)
        if len(calls) == 960:  # something throws the weights far off, and Adam needs its time to bring them back
            problem.weight.data += 5.0
        return noisy()

    problem.noisy = leaping
    options = LoopOptions(steps=1000, rate=0.05, every=1)
    last = optimise(Line(), options=options).output
    problem.weight.data.zero_()
    kept = optimise(problem, options=options, rule=LastStable(1000), progress=lambda *a: told.append(a[2])).output
    assert max(told[950:]) > 1.0
    torch.testing.assert_close(kept, last, atol=0.05, rtol=0)
    calls.clear()
    problem.weight.data.zero_()
    thrown = optimise(problem, options=options).output
    assert float((thrown - last).abs().max()) > 0.5


def test_few_steps_keep_the_last_output():
    rule, output = LastStable(200), torch.zeros(3)
    assert not any(rule.assess(output, torch.zeros(())) for _ in range(2))
    assert rule.best is None


def test_variance_keeps_the_calmest_output():
    generator = torch.Generator().manual_seed(0)
    rule = Variance(window=20, patience=60)
    # settles, then comes apart
    outputs = [5 * math.exp(-k / 20) + (0.0 if k < 150 else (k - 150) / 50) * torch.randn(50, generator=generator)
               for k in range(400)]  # fmt: skip
    outputs = [torch.as_tensor(o).expand(50) for o in outputs]
    ended = next(k for k, output in enumerate(outputs) if rule.assess(output.clone(), torch.zeros(())))
    assert 150 < ended < 250
    assert float(rule.best.std()) < 0.05
    assert float(rule.best.mean()) < 0.1


def test_stop_keeps_what_there_is_and_cancel_raises():
    control, problem = Control(), Line()
    outcome = optimise(problem, options=LoopOptions(steps=10_000, every=5), control=control,
                       progress=lambda step, *_: control.stop() if step == 5 else None)  # fmt: skip
    assert outcome.steps == 5
    control.cancel()
    with pytest.raises(Cancelled):
        optimise(Line(), options=LoopOptions(steps=10), control=control)


def test_preview_is_shown():
    shown = []
    optimise(Line(), options=LoopOptions(steps=6, every=2), preview=shown.append, preview_s=0.0)
    assert len(shown) == 4


def test_the_loop_has_the_papers_settings():
    options = LoopOptions()
    assert (options.steps, options.rate, options.betas, options.eps) == (4000, 2e-2, (0.9, 0.999), 1e-8)


def test_adam_takes_the_steps_that_torchs_takes():
    generator = torch.Generator().manual_seed(0)
    start = [torch.randn(shape, generator=generator, dtype=torch.float64) for shape in ((3, 2, 5, 5), (3,), (4,))]
    ours, theirs = ([nn.Parameter(values.clone()) for values in start] for _ in range(2))
    settings = {"betas": (0.8, 0.95), "eps": 1e-3}
    optimisers = Adam(ours, rate=0.1, **settings), torch.optim.Adam(theirs, lr=0.1, fused=True, **settings)
    scale = torch.randn(3, 2, 5, 5, generator=generator, dtype=torch.float64)
    for _ in range(30):
        for weights, optimiser in zip((ours, theirs), optimisers, strict=True):
            optimiser.zero_grad()
            # the last weight has no part in the loss and must stay where it is
            (((weights[0] * scale).sin() - 0.3).square().sum() + (weights[1] - 2).square().sum()).backward()
            optimiser.step()
    assert all(torch.equal(a, b) for a, b in zip(ours, theirs, strict=True))
    assert torch.equal(ours[2], start[2])
    assert not torch.equal(ours[0], start[0])


def test_a_first_step_loads_no_compiler_and_no_algebra():
    # seconds of an analyst's wait each (torch.optim's Adam brings the one, tensors of the meta device the other)
    code = textwrap.dedent("""
        import sys, torch
        from geoinpaint_engine.methods.dip.fit import StackProblem
        from geoinpaint_engine.methods.dip.optim.loop import LoopOptions, Stepper
        planes = torch.rand(3, 128, 128)
        problem = StackProblem(planes, planes, residual=False, generator=torch.Generator().manual_seed(0))
        Stepper(problem, LoopOptions()).step()
        print(sorted({"torch._dynamo", "sympy"} & set(sys.modules)))
    """)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_devices():
    assert choose_device("cpu") == torch.device("cpu")
    assert choose_device("auto").type in ("cpu", "cuda", "mps")
    with pytest.raises(UsageError, match="no device"):
        choose_device("tpu")
    for kind, there in (("cuda", torch.cuda.is_available()), ("mps", torch.backends.mps.is_available())):
        if not there:
            with pytest.raises(ResourceError, match="not available"):
                choose_device(kind)


def test_precision():
    cpu = torch.device("cpu")
    a = torch.rand(4, 4)
    with autocast(cpu, "bf16"):
        assert (a @ a).dtype == torch.bfloat16
    with autocast(cpu, "fp32"):
        assert (a @ a).dtype == torch.float32
    with autocast(cpu, "auto"):
        assert (a @ a).dtype == (torch.bfloat16 if half_precision_helps(cpu) else torch.float32)
    with pytest.raises(UsageError, match="no precision"):
        autocast(cpu, "fp8")


def test_half_precision_keeps_loss_and_output_in_single():
    generator = torch.Generator().manual_seed(0)
    problem = StackProblem(
        torch.rand(2, 128, 128, generator=generator), torch.ones(2, 128, 128), residual=False, generator=generator,
        precision="bf16",
    )  # fmt: skip
    output = problem.noisy()
    assert output.dtype == problem.loss(output).dtype == torch.float32
    full = problem.network(problem._grid)
    with autocast(torch.device("cpu"), "bf16"):
        assert not torch.equal(problem.network(problem._grid).float(), full)
