"""Methods: what fills a hole. base.py is the contract, registry.py says which method a job asks for."""
