"""The paper preset: deep image prior modes of Czerkawski et al. 2022."""
